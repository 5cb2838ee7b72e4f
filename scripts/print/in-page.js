// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in every warm tab: shows finished sheets, so that they can be printed or pictured.

(() => {
	/**
	 * Shows sheets until `clearSheets`, and tells where on each the elements with an id begin, in CSS px from the left
	 * and upper edge of the page.
	 * @param {{ html: string, css: string, innerAddress: string }} request links inside the book get this address in
	 *   front, for the page that they lead to may be printed elsewhere
	 * @returns {Promise<Record<string, [number, number]>[]>}
	 */
	async function showSheets({ html, css, innerAddress }) {
		const style = document.createElement('style');
		style.id = 'sheet-style';
		style.textContent = css;
		document.head.append(style);
		// Right in the body, which other work leaves empty: a box round them would stand in the tag tree.
		document.body.innerHTML = html;
		for (const link of document.body.querySelectorAll('a[href^="#"]')) {
			const id = link.getAttribute('href')?.slice(1) ?? '';
			link.setAttribute('href', innerAddress + encodeURIComponent(id));
		}
		// A picture that is refused is told of by the tab.
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
		return [...document.querySelectorAll('.page')].map(anchorsOf);
	}

	/**
	 * @param {Element} page
	 * @returns {Record<string, [number, number]>}
	 */
	function anchorsOf(page) {
		const edge = page.getBoundingClientRect();
		return Object.fromEntries(
			[...page.querySelectorAll('[id]')].map((element) => {
				const { left, top } = element.getBoundingClientRect();
				// The border is the room for the bleed.
				return [element.id, [left - edge.left - page.clientLeft, top - edge.top - page.clientTop]];
			}),
		);
	}

	function clearSheets() {
		document.getElementById('sheet-style')?.remove();
		document.body.replaceChildren();
	}

	globalThis.diglot = { ...globalThis.diglot, showSheets, clearSheets };
})();

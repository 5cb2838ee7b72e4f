// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in every warm tab: shows finished sheets, so that they can be printed or pictured.

(() => {
	/**
	 * Shows sheets until `clearSheets`, and tells of each where the elements with an id begin and which pictures it
	 * shows, in CSS px from its left and upper edge; details are those of pictures and formulas, by number.
	 * @param {{ html: string, css: string, innerAddress?: string }} request links inside the book get this address in
	 *   front, for the page that they lead to may be printed elsewhere; without one, all links stay as they are
	 */
	async function showSheets({ html, css, innerAddress }) {
		const { markTags } = globalThis.diglot;
		const style = document.createElement('style');
		style.id = 'sheet-style';
		style.textContent = css;
		document.head.append(style);
		// Right in the body, which other work leaves empty: a box round them would stand in the tag tree.
		document.body.innerHTML = html;
		// A picture that is refused is told of by the tab.
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
		const pages = [...document.querySelectorAll('.page')];
		if (innerAddress !== undefined) nameLinks(innerAddress);
		const shown = pages.map((page) => {
			const changes = changesOf(page);
			const seen = { anchors: anchorsOf(page), pictures: picturesOf(page) };
			return changes.length > 0 ? { ...seen, changes } : seen;
		});
		return { pages: shown, details: markTags(pages) };
	}

	/**
	 * Writes into their addresses where links lead and what they are called.
	 * @param {string} innerAddress
	 */
	function nameLinks(innerAddress) {
		const { nameOfLink } = globalThis.diglot;
		for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
			document.body.querySelectorAll('a[href]')
		)) {
			const name = encodeURIComponent(nameOfLink(link));
			const href = link.getAttribute('href') ?? '';
			if (href.startsWith('#')) {
				link.setAttribute('href', `${innerAddress}${encodeURIComponent(href.slice(1))}?${name}`);
			} else link.setAttribute('href', `${link.href}${link.href.includes('#') ? '' : '#'}--name--${name}`);
		}
	}

	/**
	 * @param {Element} page
	 * @returns {{ source: string, box: [number, number, number, number] }[]}
	 */
	function picturesOf(page) {
		return [...page.querySelectorAll('img')].map((image) => ({
			source: image.getAttribute('src') ?? '',
			box: globalThis.diglot.boxOf(image, page),
		}));
	}

	/** Lines of text have so many CSS px between them, and a bar beside them none. */
	const gapOfLines = 10;

	/**
	 * From where to where something on a page is marked as changed, from its upper edge down.
	 * @param {Element} page
	 * @returns {[number, number][]}
	 */
	function changesOf(page) {
		const marked = page.getElementsByClassName('change');
		if (marked.length === 0) return [];
		const edge = page.getBoundingClientRect().top;
		const lines = [...marked]
			.flatMap((element) => [...element.getClientRects()])
			.filter(({ height }) => height > 0)
			.sort((one, other) => one.top - other.top);
		/** @type {[number, number][]} */
		const bars = [];
		for (const { top, bottom } of lines) {
			const last = bars.at(-1);
			if (last && top - edge - last[1] < gapOfLines) last[1] = Math.max(last[1], bottom - edge);
			else bars.push([top - edge, bottom - edge]);
		}
		return bars;
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

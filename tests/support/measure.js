// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in a tab that holds finished pages, and tells what stands on them.

(() => {
	const blocks = 'h1, h2, h3, h4, h5, h6, p, li, pre, thead, tbody > tr, figcaption';

	/** @returns every block of every page, from top to bottom */
	function measure() {
		return [...document.querySelectorAll('.page')].map((page) =>
			[...page.querySelectorAll(`.flow :is(${blocks})`)].map(toBlock),
		);
	}

	/** @param {Element} element */
	function toBlock(element) {
		return {
			name: element.localName,
			text: element.textContent ?? '',
			lines: countLines(element),
			continued: element.hasAttribute('data-continued'),
			continues: element.hasAttribute('data-continues'),
			hidden: element.getAttribute('aria-hidden') === 'true',
			inItem: element.parentElement?.closest('li') !== null,
		};
	}

	/**
	 * Boxes of text whose middles are apart from each other.
	 * @param {Element} element
	 */
	function countLines(element) {
		const range = document.createRange();
		range.selectNodeContents(element);
		/** @type {number[]} */
		const middles = [];
		for (const { top, bottom, width } of range.getClientRects()) {
			const middle = (top + bottom) / 2;
			if (width > 0 && middles.every((other) => Math.abs(other - middle) > 8)) middles.push(middle);
		}
		return middles.length;
	}

	/** @returns indices of the pages whose notes are printed over the text */
	function overprints() {
		return [...document.querySelectorAll('.page')].flatMap((page, index) => {
			const notes = page.querySelector('.notes');
			const flow = page.querySelector('.flow');
			if (!notes || !flow) return [];
			const range = document.createRange();
			range.selectNodeContents(flow);
			const { top } = notes.getBoundingClientRect();
			const isOver = [...range.getClientRects()].some(({ width, bottom }) => width > 0 && bottom > top + 2);
			return isOver ? [index] : [];
		});
	}

	globalThis.diglot = { ...globalThis.diglot, measure, overprints };
})();

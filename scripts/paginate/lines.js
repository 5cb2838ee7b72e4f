// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: where the lines of a text begin, as the browser has set them.

(() => {
	/**
	 * The lines of a block's own text, by the place where each begins.
	 * @param {Element} block
	 * @returns {{ left: number, top: number }[]}
	 */
	function linesOf(block) {
		const range = document.createRange();
		range.selectNodeContents(block);
		/** @type {{ left: number, top: number, bottom: number }[]} */
		const lines = [];
		for (const { left, top, bottom, width } of range.getClientRects()) {
			// Superscripts and other faces stand a little higher or lower on the same line.
			const isNew = !lines.some(
				(line) => top < line.bottom - 2 && bottom > line.top + 2 && Math.abs(line.left - left) < 1000,
			);
			if (width > 0 && isNew) lines.push({ left, top, bottom });
		}
		return lines;
	}

	/**
	 * Where in the text of a block the line at a height begins.
	 * @param {Element} block
	 * @param {number} top
	 */
	function lineStart(block, top) {
		const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (!(node instanceof Text)) continue;
			for (let offset = 0; offset < node.length; offset++) {
				range.setStart(node, offset);
				range.setEnd(node, offset + 1);
				const box = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1);
				if (box && box.bottom > top + 2 && box.top > top - 4 && offset > 0) return { text: node, offset };
				if (box && box.top > top - 4 && offset === 0) break;
			}
		}
		return undefined;
	}

	/**
	 * Index of the first character that the browser set right of the page, which is where the next page begins.
	 * Paged.js goes by words and is a letter off where a word is hyphenated.
	 * @param {Text} text
	 * @param {number} right
	 */
	function firstBeyond(text, right) {
		const range = document.createRange();
		/** @param {number} index */
		const isBeyond = (index) => {
			// A character without a box, such as a soft hyphen, goes with the next that has one.
			for (let at = index; at < text.length; at++) {
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				// The last box is its own: the first may be the hyphen of the line above.
				const box = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1);
				if (box) return box.left >= right - 1;
			}
			return true;
		};
		let low = 0;
		let high = text.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (isBeyond(middle)) high = middle;
			else low = middle + 1;
		}
		const isPair = /[\uDC00-\uDFFF]/.test(text.data[low] ?? '');
		return isPair ? low - 1 : low;
	}

	Object.assign(globalThis, { diglot: { firstBeyond, lineStart, linesOf } });
})();

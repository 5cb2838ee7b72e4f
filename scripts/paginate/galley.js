// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: how high a source stands where no page breaks it.

(() => {
	/**
	 * A source in one column without end, measured and gone. Heights are in CSS px from its upper edge.
	 * @param {Element} page an empty page of the press
	 * @param {DocumentFragment} source that Paged.js has marked
	 * @returns {import('./in-page.d.ts').Galley}
	 */
	function measureGalley(page, source) {
		const area = page.querySelector('.pagedjs_page_content');
		if (!(area instanceof HTMLElement)) throw new Error('Paged.js made a page without its usual boxes.');
		const height = area.clientHeight;
		const copy = /** @type {DocumentFragment} */ (source.cloneNode(true));
		for (const note of copy.querySelectorAll('[data-footnote]')) note.remove();
		const column = document.createElement('div');
		column.append(copy);
		Object.assign(area.style, { columns: 'auto', height: 'auto', overflow: 'visible' });
		area.append(column);

		const edge = area.getBoundingClientRect().top;
		/** @type {Map<string, number>} */
		const tops = new Map();
		/** @type {Map<string, import('./in-page.d.ts').NaturalPlace>} */
		const syncs = new Map();
		for (const element of column.querySelectorAll('[data-ref]')) {
			if (!(element instanceof HTMLElement) || isInline(element)) continue;
			const top = element.getBoundingClientRect().top - edge;
			tops.set(element.dataset.ref ?? '', top);
			const { sync } = element.dataset;
			if (sync !== undefined && !syncs.has(sync))
				syncs.set(sync, { top, above: top - endAbove(element, edge) });
		}
		return { height, tops, syncs };
	}

	/** @param {Element} element */
	function isInline(element) {
		return getComputedStyle(element).display.startsWith('inline') || element.closest('svg, math') !== null;
	}

	/**
	 * Lower edge of what stands right above an element: the distance is all that margins make of it.
	 * @param {Element} element
	 * @param {number} edge
	 */
	function endAbove(element, edge) {
		for (let up = /** @type {Element | null} */ (element); up; up = up.parentElement) {
			const before = up.previousElementSibling;
			if (before) return before.getBoundingClientRect().bottom - edge;
		}
		return 0;
	}

	globalThis.diglot.measureGalley = measureGalley;
})();

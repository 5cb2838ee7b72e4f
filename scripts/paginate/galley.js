// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: how high a source stands where no page breaks it, and where it stands on a page.

(() => {
	/**
	 * A source in one column without end, measured and gone. Heights are in CSS px from its upper edge.
	 * @param {Element} page an empty page of the press
	 * @param {DocumentFragment} source that Paged.js has marked
	 * @returns {import('./in-page.d.ts').Galley}
	 */
	function measureGalley(page, source) {
		const area = areaOf(page);
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

	/**
	 * Where on a page the elements stand that are kept level, and how much of it is taken.
	 * @param {Element} page
	 * @param {number} height of the text block
	 * @returns {import('./in-page.d.ts').LevelPage}
	 */
	function lookAtPage(page, height) {
		const area = areaOf(page);
		const edge = area.getBoundingClientRect().top;
		/** @type {Map<string, number>} */
		const syncs = new Map();
		for (const element of area.querySelectorAll('[data-sync]:not([data-split-from])')) {
			const { sync = '' } = /** @type {HTMLElement} */ (element).dataset;
			if (!syncs.has(sync)) syncs.set(sync, element.getBoundingClientRect().top - edge);
		}
		const text = endOf(area.firstElementChild, edge) - edge;
		const notes = page.querySelector('.pagedjs_footnote_content:not(.pagedjs_footnote_empty)');
		const used = text + (notes?.getBoundingClientRect().height ?? 0);
		return { syncs, used: Math.min(used, height) };
	}

	/**
	 * Lower edge of what stands in the flow of a page.
	 * @param {Element | null} flow
	 * @param {number} edge upper edge of the page
	 */
	function endOf(flow, edge) {
		return [...(flow?.children ?? [])].reduce(
			(end, child) => Math.max(end, child.getBoundingClientRect().bottom),
			edge,
		);
	}

	/** @param {Element} page */
	function areaOf(page) {
		const area = page.querySelector('.pagedjs_page_content');
		if (area instanceof HTMLElement) return area;
		throw new Error('Paged.js made a page without its usual boxes.');
	}

	Object.assign(globalThis.diglot, { lookAtPage, measureGalley });
})();

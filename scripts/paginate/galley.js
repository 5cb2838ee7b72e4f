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
		/** @type {Map<string, HTMLElement>} */
		const level = new Map();
		for (const element of column.querySelectorAll('[data-ref]')) {
			if (!(element instanceof HTMLElement) || isInline(element)) continue;
			tops.set(element.dataset.ref ?? '', element.getBoundingClientRect().top - edge);
			const { sync } = element.dataset;
			if (sync !== undefined && !level.has(sync)) level.set(sync, element);
		}
		return { height, tops, syncs: placesOf(level, edge) };
	}

	/**
	 * Where the elements stand that are to be level.
	 * @param {ReadonlyMap<string, HTMLElement>} level
	 * @param {number} edge
	 */
	function placesOf(level, edge) {
		const plain = [...level].map(([sync, element]) => {
			const top = element.getBoundingClientRect().top - edge;
			return { sync, top, above: top - endAbove(element, edge), text: firstText(element) };
		});
		// What sits on their baselines is put in when all else is measured, and measured all at once.
		const probed = plain.map((place) => ({ ...place, probe: place.text && putBefore(place.text) }));
		/** @type {Map<string, import('./in-page.d.ts').NaturalPlace>} */
		const places = new Map();
		for (const { sync, top, above, text, probe } of probed) {
			const letter = text && topOfLetter(text);
			const line = probe?.getBoundingClientRect().bottom;
			const isText = letter !== undefined && line !== undefined;
			places.set(
				sync,
				isText
					? { top, above, baseline: line - edge - top, ascent: line - letter }
					: { top, above, baseline: 0 },
			);
		}
		return places;
	}

	/**
	 * The text that an element begins with; none where it begins with a picture or a formula.
	 * @param {Element} element
	 */
	function firstText(element) {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node instanceof Text && node.data.trim() !== '') return node;
			if (node instanceof Element && node.matches('img, svg, math, hr')) return undefined;
		}
		return undefined;
	}

	/**
	 * Puts a box without size on the baseline of a text.
	 * @param {Text} text
	 */
	function putBefore(text) {
		const box = document.createElement('span');
		Object.assign(box.style, { display: 'inline-block', width: '0', height: '0' });
		text.before(box);
		return box;
	}

	/**
	 * Upper edge of the first letter of a text.
	 * @param {Text} text
	 */
	function topOfLetter(text) {
		const range = document.createRange();
		const at = text.data.search(/\S/);
		range.setStart(text, at);
		range.setEnd(text, at + 1);
		return [...range.getClientRects()].find(({ width }) => width > 0)?.top;
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
	 * @param {import('./in-page.d.ts').Galley} galley
	 * @returns {import('./in-page.d.ts').LevelPage}
	 */
	function lookAtPage(page, { height, syncs: places }) {
		const area = areaOf(page);
		const edge = area.getBoundingClientRect().top;
		/** @type {Map<string, number>} */
		const syncs = new Map();
		for (const element of area.querySelectorAll('[data-sync]:not([data-split-from])')) {
			const { sync = '' } = /** @type {HTMLElement} */ (element).dataset;
			if (!syncs.has(sync)) syncs.set(sync, lineOf(element, places.get(sync)?.ascent) - edge);
		}
		const text = endOf(area.firstElementChild, edge) - edge;
		const notes = page.querySelector('.pagedjs_footnote_content:not(.pagedjs_footnote_empty)');
		const used = text + (notes?.getBoundingClientRect().height ?? 0);
		return { syncs, used: Math.min(used, height) };
	}

	/**
	 * The first baseline of an element, or its upper edge where it begins with no text.
	 * @param {Element} element
	 * @param {number | undefined} ascent how far the baseline lies below the upper edge of a letter
	 */
	function lineOf(element, ascent) {
		const text = ascent === undefined ? undefined : firstText(element);
		const letter = text && topOfLetter(text);
		return letter === undefined ? element.getBoundingClientRect().top : letter + (ascent ?? 0);
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

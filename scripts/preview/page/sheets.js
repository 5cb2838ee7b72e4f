// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { sheet } from './sheet.js';

/**
 * @typedef {import('./messages.d.ts').EditionView} EditionView
 * @typedef {object} Sheet A page that lies on the desk.
 * @property {HTMLElement} element
 * @property {string} hash of what stands on it; empty while it is on its way
 * @property {string} look all that shapes it
 */

/**
 * The pages that lie on the desk: few at any time, each exchanged only where it looks different.
 * @param {object} options
 * @param {() => Document} options.document of the book
 * @param {import('./page-store.js').PageStore} options.store
 * @param {(view: EditionView, path: string) => string} options.address of an image
 * @param {(label: string) => string} options.name of a page, for screen readers
 */
export function createSheets({ document, store, address, name }) {
	/** @type {Map<number, Sheet>} */
	let lying = new Map();

	/** @param {EditionView} view @param {number} index */
	const lookOf = (view, index) => {
		const page = view.pages[index];
		const head = page?.head === undefined ? '' : view.heads[page.head];
		return page
			? [page.hash, page.side, page.kind, page.lang, page.folio && page.label, head].join('\n')
			: '';
	};

	/** @param {EditionView} view @param {number} index @param {Sheet | undefined} old */
	const make = (view, index, old) => {
		const page = view.pages[index];
		const content = page && (page.unit ? store.get(page.hash) : { body: '', notes: '' });
		const element = old?.element ?? document().createElement('div');
		if (!page || !content) {
			// What was there stays until the new page has come.
			return { element, hash: old?.hash ?? '', look: '' };
		}
		const template = document().createElement('template');
		template.innerHTML = sheet(page, content, view.heads);
		for (const image of template.content.querySelectorAll('img')) {
			const path = image.getAttribute('src') ?? '';
			image.dataset.deskPath = path;
			image.setAttribute('src', address(view, path));
		}
		element.replaceChildren(template.content);
		return { element, hash: page.hash, look: lookOf(view, index) };
	};

	/**
	 * @param {EditionView} view
	 * @param {Sheet} one
	 * @param {number} index
	 * @param {import('./rows.js').Rows} rows
	 */
	const put = (view, { element }, index, rows) => {
		const { x, y } = rows.place(index);
		const page = view.pages[index];
		element.className = 'desk-page';
		element.dataset.index = String(index);
		element.setAttribute('role', 'group');
		element.setAttribute('aria-label', name(page?.label ?? ''));
		element.style.width = `${view.geometry.page.width}px`;
		element.style.height = `${view.geometry.page.height}px`;
		element.style.transform = `translate(${x}px, ${y}px) scale(${rows.scale})`;
		for (const reference of element.querySelectorAll('a.page-ref')) {
			const folio = view.folios[decodeURIComponent(reference.getAttribute('href')?.slice(1) ?? '')] ?? '';
			if (reference.textContent !== folio) reference.textContent = folio;
		}
	};

	/**
	 * Which of the sheets that lie here goes to which page: a page that only moved takes its box along, and of the
	 * others each changes in its place.
	 * @param {EditionView} view
	 * @param {readonly number[]} indices
	 */
	const reuse = (view, indices) => {
		const byHash = new Map([...lying.values()].map((one) => [one.hash, one]));
		/** @type {Map<number, Sheet>} */
		const old = new Map();
		const take = (/** @type {number} */ index, /** @type {Sheet | undefined} */ one) => {
			if (one && !old.has(index) && ![...old.values()].includes(one)) old.set(index, one);
		};
		for (const index of indices) take(index, byHash.get(view.pages[index]?.hash ?? ''));
		for (const index of indices) take(index, lying.get(index));
		return old;
	};

	/** Brings the boxes into reading order, and takes away all others. @param {readonly Element[]} elements */
	const order = (elements) => {
		const { body } = document();
		const kept = new Set(elements);
		for (const { element } of lying.values()) if (!kept.has(element)) element.remove();
		let place = body.firstElementChild;
		for (const element of elements) {
			if (element === place) place = place.nextElementSibling;
			else body.insertBefore(element, place);
		}
	};

	return {
		all: () => [...lying].sort(([a], [b]) => a - b),
		/** @param {number} index */
		at: (index) => lying.get(index)?.element,
		/**
		 * Lays these pages out, takes away all others.
		 * @param {EditionView} view
		 * @param {readonly number[]} indices in reading order
		 * @param {import('./rows.js').Rows} rows
		 * @returns {Element[]} pages whose text was not on the desk before
		 */
		lay: (view, indices, rows) => {
			const old = reuse(view, indices);
			/** @type {Map<number, Sheet>} */
			const next = new Map();
			/** @type {Element[]} */
			const fresh = [];
			for (const index of indices) {
				const before = old.get(index);
				const one = before && before.look === lookOf(view, index) ? before : make(view, index, before);
				if (one.hash !== before?.hash) fresh.push(one.element);
				next.set(index, one);
				put(view, one, index, rows);
			}
			order([...next.values()].map(({ element }) => element));
			lying = next;
			return fresh;
		},
		/** @param {EditionView} view */
		renewImages: (view) => {
			for (const { element } of lying.values()) {
				for (const image of element.querySelectorAll('img')) {
					const path = image.dataset.deskPath;
					if (path === undefined) continue;
					const source = address(view, path);
					if (image.getAttribute('src') !== source) image.setAttribute('src', source);
				}
			}
		},
	};
}

// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: takes a finished page from Paged.js.

(() => {
	/** Attributes of Paged.js that mean something on a finished page, and what they are called there. */
	const kept = new Map([
		['data-split-from', 'data-continued'],
		['data-split-to', 'data-continues'],
	]);

	/** How far, in px, padding at a break may hang over before it counts as content that does not fit. */
	const slack = 6;

	/**
	 * What the browser must say about a page while it stands in the document.
	 * @param {Element} page
	 * @returns {Pick<import('./in-page.d.ts').LaidPage, 'overflow' | 'cut'>}
	 */
	function measurePage(page) {
		const area = must(page.querySelector('.pagedjs_page_content'));
		const block = must(page.querySelector('.pagedjs_area'));
		const notesBox = must(page.querySelector('.pagedjs_footnote_content'));
		const overflow =
			area.scrollWidth > area.clientWidth + slack || area.scrollHeight > area.clientHeight + slack;
		// A page that only takes the rest of a note has no flow.
		const body = area.firstElementChild ?? area;
		const notes = must(page.querySelector('.pagedjs_footnote_inner_content'));
		// Notes are printed upwards from the foot of the block, whatever room Paged.js gave them.
		const notesTop = block.getBoundingClientRect().bottom - notesBox.scrollHeight;
		const cut =
			(overflow && hasTextBelow(body, area.getBoundingClientRect().bottom)) ||
			(notes.hasChildNodes() && hasTextBelow(body, notesTop)) ||
			notesBox.scrollHeight > block.clientHeight;
		return { overflow, cut };
	}

	/**
	 * What is printed of a page; takes the marks of Paged.js off it.
	 * @param {Element} page
	 * @returns {Omit<import('./in-page.d.ts').LaidPage, 'overflow' | 'cut'>}
	 */
	function readPage(page) {
		const area = must(page.querySelector('.pagedjs_page_content'));
		// A page that only takes the rest of a note has no flow.
		const body = area.firstElementChild ?? area;
		const notes = must(page.querySelector('.pagedjs_footnote_inner_content'));
		for (const call of body.querySelectorAll('[data-footnote-call]')) call.remove();
		for (const element of page.querySelectorAll(
			'.pagedjs_page_content *, .pagedjs_footnote_inner_content *',
		)) {
			clean(element);
		}
		return {
			body: body.innerHTML,
			notes: notes.innerHTML,
			ids: [...page.querySelectorAll('.pagedjs_area [id]')].map((element) => element.id),
			text: textOf(body),
			noteText: notes.textContent ?? '',
		};
	}

	/**
	 * Whether text stands below a height, or in a column beside the page, where the browser sets what is too tall.
	 * @param {Element} body
	 * @param {number} height
	 */
	function hasTextBelow(body, height) {
		const right = body.getBoundingClientRect().left + must(body.closest('.pagedjs_area')).clientWidth;
		const range = document.createRange();
		range.selectNodeContents(body);
		return [...range.getClientRects()].some(
			(rect) => rect.width > 0 && (rect.left >= right || rect.bottom > height + slack),
		);
	}

	/**
	 * The text of a page, without what is printed a second time.
	 * @param {Element} body
	 */
	function textOf(body) {
		if (!body.querySelector('.repeated')) return body.textContent ?? '';
		const copy = /** @type {Element} */ (body.cloneNode(true));
		for (const repeated of copy.querySelectorAll('.repeated')) repeated.remove();
		return copy.textContent ?? '';
	}

	/**
	 * Takes the marks of Paged.js off, its random ids above all: the same text must give the same page.
	 * @param {Element} element
	 */
	function clean(element) {
		const marks = element.getAttributeNames().filter((name) => name.startsWith('data-'));
		for (const name of marks) {
			const meaning = kept.get(name);
			if (meaning) element.setAttribute(meaning, '');
			element.removeAttribute(name);
		}
		if (element.classList.contains('note')) element.removeAttribute('id');
		element.classList.remove('pagedjs_hyphen');
		if (element.classList.length === 0) element.removeAttribute('class');
	}

	/**
	 * Where the text block stands on a recto.
	 * @param {Element} element a page
	 * @returns {import('../model/index.ts').Geometry}
	 */
	function measureBlock(element) {
		const page = element.getBoundingClientRect();
		const area = must(element.querySelector('.pagedjs_area')).getBoundingClientRect();
		return {
			page: { width: page.width, height: page.height },
			block: {
				inner: area.left - page.left,
				top: area.top - page.top,
				width: area.width,
				height: area.height,
			},
		};
	}

	/**
	 * @param {Element | null} element
	 * @returns {Element}
	 */
	function must(element) {
		if (!element) throw new Error('Paged.js made a page without its usual boxes.');
		return element;
	}

	Object.assign(globalThis.diglot, { measurePage, readPage, measureBlock });
})();

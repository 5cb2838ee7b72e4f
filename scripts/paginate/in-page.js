// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after Paged.js and page-breaks.js. Types of what goes in and out: in-page.d.ts.

(() => {
	/** Attributes of Paged.js that mean something on a finished page, and what they are called there. */
	const kept = new Map([
		['data-split-from', 'data-continued'],
		['data-split-to', 'data-continues'],
	]);

	/** How far, in px, padding at a break may hang over before it counts as content that does not fit. */
	const slack = 6;

	/**
	 * Lays one unit out.
	 * @param {import('./in-page.d.ts').LayoutRequest} request
	 * @returns {Promise<import('./in-page.d.ts').LayoutResult>}
	 */
	async function paginate({ html, notes, lang, css, keepWhole = [] }) {
		const template = document.createElement('template');
		template.innerHTML = html;
		for (const note of notes) placeNote(template.content, note, lang);
		for (const id of keepWhole) {
			template.content.getElementById(id)?.closest('p, tr, figure, pre')?.classList.add('keep-whole');
		}

		const previewer = new Paged.Previewer({ hyphenGlyph: '\u2010', maxChars: 1500 });
		const target = document.createElement('div');
		document.body.append(target);
		try {
			await previewer.preview(template.content, [{ 'page.css': css }], target);
			const pages = [...target.querySelectorAll('.pagedjs_page')].map(readPage);
			return { pages, geometry: measure(target) };
		} finally {
			previewer.chunker.removePages();
			previewer.polisher.destroy();
			target.remove();
		}
	}

	/**
	 * Puts a note right behind its call. The parser would not: no paragraph may stand inside a paragraph.
	 * @param {DocumentFragment} content
	 * @param {{ call: string, html: string }} note
	 * @param {string} lang
	 */
	function placeNote(content, note, lang) {
		const call = content.querySelector(`[id="${CSS.escape(note.call)}"]`);
		if (!call) return;
		const box = document.createElement('div');
		box.className = 'note';
		box.lang = lang;
		box.setAttribute('data-footnote', '');
		box.innerHTML = note.html;
		call.after(box);
	}

	/**
	 * @param {Element} page
	 * @returns {import('./in-page.d.ts').LaidPage}
	 */
	function readPage(page) {
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
			overflow,
			cut,
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
	 * @param {Element} target
	 * @returns {import('../model/index.ts').Geometry}
	 */
	function measure(target) {
		const page = must(target.querySelector('.pagedjs_page')).getBoundingClientRect();
		const area = must(target.querySelector('.pagedjs_area')).getBoundingClientRect();
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

	globalThis.diglot = { paginate };
})();

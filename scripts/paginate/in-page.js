// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after Paged.js. Types of what goes in and out: in-page.d.ts.

(() => {
	/** Attributes of Paged.js that mean something on a finished page, and what they are called there. */
	const kept = new Map([
		['data-split-from', 'data-continued'],
		['data-split-to', 'data-continues'],
	]);

	/** How far, in px, padding at a break may hang over before it counts as content that does not fit. */
	const slack = 6;

	/** What begins a page loses its upper margin, before Paged.js measures how much fits. */
	class PageTop extends Paged.Handler {
		/** @param {Node} clone */
		renderNode(clone) {
			if (!(clone instanceof HTMLElement)) return;
			for (let node = clone; !node.classList.contains('pagedjs_page_content'); ) {
				if (node.previousElementSibling || !node.parentElement) return;
				node = node.parentElement;
			}
			clone.classList.add('page-top');
		}
	}

	/**
	 * Paged.js looks for the rest of a split text by its words, and finds an earlier place where the text repeats
	 * itself; what lies between would be printed twice or lost. The rest is always the end of the source's node.
	 */
	class TrueOffset extends Paged.Handler {
		/**
		 * @param {{ node: Node, offset: number } | undefined} token
		 * @param {Range | undefined} overflow
		 */
		onBreakToken(token, overflow) {
			const rest = overflow?.startContainer;
			if (!token || !(rest instanceof Text) || !(token.node instanceof Text)) return;
			token.offset = token.node.data.length - rest.data.length + overflow.startOffset;
		}
	}

	/** A table that goes on overleaf has its head there too, as an artifact: it is read out once. */
	class TableHeads extends Paged.Handler {
		/** @param {HTMLElement} wrapper */
		layout(wrapper) {
			for (const table of wrapper.querySelectorAll('table[data-split-from]')) {
				if (table.querySelector(':scope > thead')) continue;
				const source = this.chunker.source.querySelector(`[data-ref="${table.getAttribute('data-ref')}"]`);
				const head = source?.querySelector(':scope > thead')?.cloneNode(true);
				if (!(head instanceof HTMLElement)) continue;
				for (const element of [head, ...head.querySelectorAll('*')]) {
					element.removeAttribute('data-ref');
					element.removeAttribute('id');
				}
				head.setAttribute('aria-hidden', 'true');
				head.className = 'repeated';
				table.prepend(head);
			}
		}
	}

	/** The head of a table does not stand at the foot of a page without a row: the whole table goes overleaf. */
	class HeadWithRow extends Paged.Handler {
		/** @param {Range | undefined} overflow */
		onOverflow(overflow) {
			const start = overflow?.startContainer;
			const table = (start instanceof Element ? start : start?.parentElement)?.closest('table');
			const row = table?.querySelector(':scope > tbody > tr');
			if (!overflow || !table || !row || table.hasAttribute('data-split-from')) return;
			if (table.closest('.page-top') === table || overflow.comparePoint(row, 0) < 0) return;
			const before = table.previousElementSibling;
			const isTied =
				table.getAttribute('data-previous-break-after') === 'avoid' && before?.previousElementSibling;
			overflow.setStartBefore(isTied && before ? before : table);
		}
	}
	Paged.registerHandlers(PageTop, TrueOffset, TableHeads, HeadWithRow);

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
		const overflow =
			area.scrollWidth > area.clientWidth + slack || area.scrollHeight > area.clientHeight + slack;
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
			overflow,
		};
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

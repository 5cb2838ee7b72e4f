// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in every warm tab: writes into the languages of finished sheets what the PDF must know of their elements, and
// the browser does not hand on otherwise. What becomes of it: tags/marks.ts.

(() => {
	/** Elements that the PDF calls otherwise than the browser would. @type {readonly [selector: string, kind: string][]} */
	const kinds = [
		['figure', 'figure'],
		['img, svg[role="img"]', 'image'],
		['figcaption', 'caption'],
		['math', 'formula'],
		['ruby', 'ruby'],
		['rt', 'rt'],
		['dl', 'dl'],
		['dt', 'dt'],
		['dd', 'dd'],
		['pre', 'pre'],
		['.toc, .toc ol', 'toc'],
		['.note-text', 'note'],
		['.note-number', 'label'],
		['.note-call', 'ref'],
		['.notes', 'notes'],
		['.column', 'column'],
		// A table that was laid out as blocks is one all the same.
		['.flat-table', 'table'],
		['.flat-caption', 'caption'],
		['.flat-row', 'row'],
		['.flat-cell', 'cell'],
		['.flat-cell[scope="row"]', 'rowhead'],
		['.flat-head .flat-cell, .flat-cell[scope="col"]', 'colhead'],
		['ins.change', 'inserted'],
		['del.change', 'deleted'],
	];

	/** Elements of which the PDF must know that they go on from the page before, or overleaf. */
	const splittable =
		'p, h1, h2, h3, h4, h5, h6, li, ul, ol, table, tr, td, th, blockquote, em, strong, code, ins, del';

	/** Inline elements that are nothing but their language; the browser hands on that of a group. */
	const phrases =
		'span[lang], i[lang], b[lang], cite[lang], q[lang], small[lang], u[lang], s[lang], mark[lang]';

	/**
	 * @param {readonly Element[]} pages
	 * @returns {{ alt: string, box: [number, number, number, number] }[]} those of pictures and formulas, by the number
	 *   in their mark, with their left, upper, right and lower edge in CSS px from the page's
	 */
	function markTags(pages) {
		// All that is measured first: each mark would have the browser style the pages anew.
		/** @type {{ alt: string, box: [number, number, number, number] }[]} */
		const details = [];
		const plans = pages.flatMap((page) =>
			findMarks(page).map(([element, kind]) => plan(page, element, kind, details)),
		);
		for (const page of pages) hideAndGroup(page);
		for (const { element, kind, what, type } of plans) {
			if (groups.has(kind)) element.setAttribute('role', 'group');
			if (element instanceof HTMLElement) Object.assign(element.style, type);
			mark(element, what);
		}
		return details;
	}

	/**
	 * @param {Element} page
	 * @param {Element} element
	 * @param {string} kind
	 * @param {{ alt: string, box: [number, number, number, number] }[]} details
	 */
	function plan(page, element, kind, details) {
		const hasDetails = kind === 'image' || kind === 'formula';
		const what = kind + (hasDetails ? `-n${details.length}` : cellsOf(element)) + splitsOf(element);
		if (hasDetails) details.push({ alt: altOf(element), box: boxOf(element, page) });
		return { element, kind, what, type: element.hasAttribute('lang') ? {} : typeOf(element) };
	}

	/**
	 * Whether an element goes on from the page before, and overleaf.
	 * @param {Element} element
	 */
	function splitsOf(element) {
		const more = element.hasAttribute('data-continued') ? '-more' : '';
		return more + (element.hasAttribute('data-continues') ? '-on' : '');
	}

	/**
	 * How far a cell reaches that was laid out as a block; the cells of a row that the browser leaves out because nothing
	 * is in them, after how many it has in all.
	 * @param {Element} element
	 */
	function cellsOf(element) {
		if (element.matches('.flat-cell')) {
			const { columns, rows } = spansOf(element);
			return `${columns === 1 ? '' : `-c${columns}`}${rows === 1 ? '' : `-r${rows}`}`;
		}
		if (!element.matches('tr, .flat-row')) return '';
		const cells = [...element.children];
		const empty = cells.flatMap((cell, place) => {
			const { columns, rows } = spansOf(cell);
			return isEmpty(cell) ? [`-e${place}c${columns}r${rows}`] : [];
		});
		return empty.length === 0 ? '' : `-n${cells.length}${empty.join('')}`;
	}

	/** @param {Element} cell */
	function spansOf(cell) {
		const [columns, rows] = ['colspan', 'rowspan'].map((name) => Number(cell.getAttribute(name) ?? 1) || 1);
		return { columns, rows };
	}

	/** @param {Element} cell */
	function isEmpty(cell) {
		return !cell.textContent?.trim() && !cell.querySelector('img, svg');
	}

	/**
	 * What is printed a second time is for the eye alone; a phrase in another language is a group, which hands it on.
	 * @param {Element} page
	 */
	function hideAndGroup(page) {
		for (const repeated of page.querySelectorAll('.repeated')) repeated.setAttribute('aria-hidden', 'true');
		for (const phrase of page.querySelectorAll(phrases)) {
			if (!phrase.hasAttribute('role')) phrase.setAttribute('role', 'group');
		}
	}

	/** Kinds that the browser would take for mere boxes. */
	const groups = new Set(
		'dl dt dd ruby rt notes column line table caption row cell rowhead colhead inserted deleted'.split(' '),
	);

	const split = `:is(${splittable}):is([data-continued], [data-continues])`;

	/** All elements that may bear a mark. */
	const marked = [...kinds.map(([selector]) => selector), split, 'li', 'div', 'tr'].join(', ');

	/**
	 * What is to be said of which elements of a page, from the outside in.
	 * @param {Element} page
	 * @returns {readonly (readonly [Element, string])[]}
	 */
	function findMarks(page) {
		return [...page.querySelectorAll(marked)].flatMap((element) => {
			const kind = kindOf(element);
			return kind === undefined ? [] : [/** @type {const} */ ([element, kind])];
		});
	}

	/** @param {Element} element */
	function kindOf(element) {
		const kind = kinds.findLast(([selector]) => element.matches(selector))?.[1];
		if (kind !== undefined) return kind;
		if (element.matches('div')) return hasOwnText(element) ? 'line' : undefined;
		// A list without labels looks no longer for them.
		if (element.matches('li') && getComputedStyle(element).listStyleType === 'none') return 'bare';
		const isRow = element.matches('tr') && cellsOf(element) !== '';
		return isRow || element.matches(split) ? 'plain' : undefined;
	}

	/** @param {Element} element */
	function hasOwnText({ childNodes }) {
		return [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
	}

	/**
	 * Left, upper, right and lower edge, in CSS px from those of the page.
	 * @param {Element} element
	 * @param {Element} page
	 * @returns {[number, number, number, number]}
	 */
	function boxOf(element, page) {
		const edge = page.getBoundingClientRect();
		const { left, top, right, bottom } = element.getBoundingClientRect();
		return [left - edge.left, top - edge.top, right - edge.left, bottom - edge.top];
	}

	/**
	 * @param {Element} element
	 * @param {string} what
	 */
	function mark(element, what) {
		const around = element.parentElement?.closest('[lang]')?.getAttribute('lang');
		const [lang] = (element.getAttribute('lang') || around || 'und').split('-x-');
		let own = `${lang}-x-${what}`;
		// The browser does not hand on what an element has from the one around it.
		while (around === own || around?.startsWith(`${own}-in`)) own = `${around}-in`;
		element.setAttribute('lang', own);
	}

	/**
	 * Style sheets choose faces by language, and an element that says its own may be set otherwise than one that does
	 * not: what was chosen stays.
	 * @param {Element} element
	 */
	function typeOf(element) {
		const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element);
		return { fontFamily, fontWeight, fontStyle };
	}

	/** @param {Element} element */
	function altOf(element) {
		const given = element.getAttribute('alt') ?? element.getAttribute('aria-label');
		return (given ?? element.getAttribute('alttext') ?? element.textContent ?? '')
			.replaceAll('\u00ad', '')
			.trim();
	}

	/**
	 * What a link is called: its text, and of a folio in the contents the title beside it.
	 * @param {Element} link
	 */
	function nameOfLink(link) {
		const given = link.getAttribute('aria-label') ?? link.getAttribute('title');
		const title = link.matches('.page-ref')
			? textOf(link.closest('.toc-line')?.querySelector('.toc-title'))
			: undefined;
		const image = link.querySelector('[alt], [aria-label]');
		const text = given ?? [title, textOf(link)].filter(Boolean).join(', ');
		const name = text.trim() === '' && image ? altOf(image) : text;
		return name.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
	}

	/**
	 * The text of an element without words that are gone, where it has others.
	 * @param {Element | null | undefined} element
	 */
	function textOf(element) {
		if (!element?.querySelector('del.change')) return element?.textContent;
		const copy = /** @type {Element} */ (element.cloneNode(true));
		for (const gone of copy.querySelectorAll('del.change')) gone.remove();
		return copy.textContent?.trim() ? copy.textContent : element.textContent;
	}

	globalThis.diglot = { ...globalThis.diglot, markTags, nameOfLink, boxOf };
})();

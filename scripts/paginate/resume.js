// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: lays a changed unit out again only where its pages may have changed.

(() => {
	const { EarlierPages, Outline, hashOf, measureBlock, measurePage, readPage } = globalThis.diglot;

	/** @typedef {import('./in-page.d.ts').FreshPage} FreshPage */
	/** @typedef {import('./in-page.d.ts').LaidPage} LaidPage */
	/** @typedef {import('./in-page.d.ts').PageMark} PageMark */
	/** @typedef {import('./in-page.d.ts').Press} Press */

	/** A unit of so many pages is laid out as fast as it is remembered. */
	const shortUnit = 8;

	/** Pages that begin elsewhere on a verso than on a recto, and named ones: they depend on how many come before. */
	const sided =
		/@page\s*[:\w]|(?:break-\w+|[\s;{]page)\s*:(?!\s*(?:auto|avoid|always|page|column|inherit|initial|unset)\b)/;

	/**
	 * Whether a page depends on nothing but what stands on it, what comes right after it and the elements around it.
	 * Paged.js rebuilds rows that span others, and remembers what it did on the pages before.
	 * @param {DocumentFragment} source
	 * @param {string} css
	 */
	function canResume(source, css) {
		return !sided.test(css) && !source.querySelector('[rowspan]');
	}

	/** What has been taken from the press, or over from an earlier layout. */
	class Taken {
		laid = 0;
		/** @type {(LaidPage | number)[]} */
		pages = [];
		/** @type {PageMark[]} */
		marks = [];
		/** @type {import('../model/index.ts').Geometry | undefined} */
		geometry;

		/** @param {FreshPage} fresh that nothing more happens to */
		take({ element }) {
			this.geometry ??= measureBlock(element);
			const measured = measurePage(element);
			element.remove();
			const page = { ...readPage(element), ...measured };
			this.pages.push(page);
			return page;
		}

		/**
		 * @param {number} page
		 * @param {PageMark} mark
		 */
		keep(page, mark) {
			this.pages.push(page);
			this.marks.push(mark);
		}

		/**
		 * @param {InstanceType<typeof Outline>} outline
		 * @param {FreshPage} fresh
		 * @param {LaidPage} page
		 */
		mark(outline, { start, reached, isClean }, page) {
			const { overflow, cut } = page;
			const before = this.marks.at(-1);
			const rest = { print: printOf(page), overflow, cut };
			// A page that only takes the rest of a note has no place of its own.
			const mark =
				start || !before
					? { ...outline.startOf(start), isClean, reach: outline.reachOf(reached), ...rest }
					: { ...before, isClean: false, ...rest };
			this.marks.push(mark);
			return mark;
		}
	}

	/**
	 * What a page looks like, but for the marks that it gets from the next.
	 * @param {{ body: string, notes: string }} page
	 */
	function printOf({ body, notes }) {
		return hashOf(`${body}\n${notes}`.replaceAll(' data-continues=""', ''));
	}

	/**
	 * Lays the whole source out.
	 * @param {Press} press
	 * @param {DocumentFragment} [source] that later layouts may come back to
	 */
	async function layAll(press, source) {
		const taken = new Taken();
		/** @type {[FreshPage, LaidPage][]} */
		const all = [];
		for await (const { done } of press.lay()) for (const fresh of done) all.push([fresh, taken.take(fresh)]);
		taken.laid = all.length;
		if (!source || all.length <= shortUnit) return { taken };
		const outline = new Outline(source);
		for (const [fresh, page] of all) taken.mark(outline, fresh, page);
		return { taken, outline };
	}

	/**
	 * Lays out what has changed: from the page before the first that may have changed to the first that begins where
	 * one began before, with nothing changed after it; and so on to the end.
	 */
	class Resumption {
		/** @type {Press} */
		#press;
		/** @type {InstanceType<typeof EarlierPages>} */
		#old;
		/** @type {InstanceType<typeof Outline>} */
		#outline;
		taken = new Taken();

		/**
		 * @param {Press} press
		 * @param {import('./in-page.d.ts').LayoutMemory} earlier
		 * @param {InstanceType<typeof Outline>} outline
		 */
		constructor(press, earlier, outline) {
			this.#press = press;
			this.#old = new EarlierPages(earlier, outline.hashes);
			this.#outline = outline;
		}

		/** @returns {Promise<boolean>} false where a page came out other than it should */
		async run() {
			const { marks, beginsAlike } = this.#old;
			if (!beginsAlike) return false;
			for (let at = 0; at < marks.length; ) {
				const end = this.#old.endOfKept(at);
				const from = end === marks.length ? end : this.#old.cleanBefore(at, end);
				for (; at < from; at++) this.taken.keep(at, this.#old.markOf(at));
				if (from === marks.length) break;
				const first = this.taken.marks.length;
				const next = await this.#layFrom(from);
				const isAsBefore = this.taken.marks[first]?.print === marks[from]?.print;
				if (next === undefined || (from < end && !isAsBefore)) return false;
				at = next;
			}
			return true;
		}

		/**
		 * @param {number} from
		 * @returns {Promise<number | undefined>} the page from which on the old ones stand again
		 */
		async #layFrom(from) {
			/** @type {number | undefined} */
			let found;
			for await (const step of this.#press.lay(this.#outline.tokenOf(this.#old.markOf(from)))) {
				const [page] = step.laid;
				this.taken.laid += step.laid.length;
				if (found !== undefined && page) {
					// The page found is laid out to give its marks to the one before it, and to prove that it is as it was.
					this.#take(step.done.filter((fresh) => !step.laid.includes(fresh)));
					return printOf(readPage(page.element)) === this.#old.marks[found]?.print ? found : undefined;
				}
				this.#take(step.done);
				found = step.next && step.isClean ? this.#old.pageAt(this.#outline.startOf(step.next)) : undefined;
			}
			return this.#old.marks.length;
		}

		/** @param {readonly FreshPage[]} pages */
		#take(pages) {
			for (const fresh of pages) this.taken.mark(this.#outline, fresh, this.taken.take(fresh));
		}
	}

	/**
	 * Lays a source out, after an earlier layout where there is one.
	 * @param {Press} press that holds the source
	 * @param {DocumentFragment} source
	 * @param {string} css
	 * @param {import('./in-page.d.ts').LayoutMemory} [earlier]
	 * @returns {Promise<import('./in-page.d.ts').LayoutResult>}
	 */
	async function layOut(press, source, css, earlier) {
		const mayResume = canResume(source, css);
		let inVain = 0;
		if (mayResume && earlier) {
			const outline = new Outline(source);
			const again = new Resumption(press, earlier, outline);
			if (await again.run()) return resultOf(again.taken, outline);
			inVain = again.taken.laid;
		}
		const { taken, outline } = await layAll(press, mayResume ? source : undefined);
		taken.laid += inVain;
		return resultOf(taken, outline);
	}

	/**
	 * @param {Taken} taken
	 * @param {InstanceType<typeof Outline>} [outline]
	 * @returns {import('./in-page.d.ts').LayoutResult}
	 */
	function resultOf({ pages, marks, geometry, laid }, outline) {
		const memory =
			outline && pages.length > shortUnit ? { entries: outline.hashes, pages: marks } : undefined;
		return { pages, laid, ...(geometry ? { geometry } : {}), ...(memory ? { memory } : {}) };
	}

	globalThis.diglot.layOut = layOut;
})();

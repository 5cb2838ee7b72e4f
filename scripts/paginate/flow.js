// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: one of two texts that run side by side, page by page.

(() => {
	const { lookAtPage, measureBlock, measurePage, readPage } = globalThis.diglot;

	/** @typedef {import('./in-page.d.ts').FlowMemory} FlowMemory */
	/** @typedef {import('./in-page.d.ts').FreshPage} FreshPage */
	/** @typedef {import('./in-page.d.ts').LaidPage} LaidPage */

	/** What a blank page shows. @type {LaidPage} */
	const blank = { body: '', notes: '', ids: [], text: '', noteText: '', overflow: false, cut: false };

	/**
	 * A text that is laid out page by page. What keeps it level with the other is room above its elements and page
	 * breaks before them; both are set on the source before a page is laid out.
	 */
	class Flow {
		isFrozen = false;
		ended = false;
		laid = 0;
		/** The elements that are kept level and stand on the pages so far. @type {Set<string>} */
		placed = new Set();
		/** Place in the galley that the next page begins at. */
		from = 0;
		/** @type {import('./in-page.d.ts').LevelPage | undefined} the page that is being made level */
		current;
		/** @type {import('../model/index.ts').Geometry | undefined} */
		geometry;
		/** @type {LaidPage[]} */
		pages = [];
		/** @type {FlowMemory['pages'][number][]} */
		#marks = [];
		#press;
		/** @type {import('./in-page.d.ts').Galley} */
		#galley;
		/** @type {Map<string, HTMLElement>} */
		#elements = new Map();
		/** @type {Map<string, number>} */
		#gaps = new Map();
		/** @type {Set<string>} */
		#breaks = new Set();
		/** Where pages of text begin. @type {{ token: import('./in-page.d.ts').BreakToken | undefined, isClean: boolean }[]} */
		#starts = [{ token: undefined, isClean: true }];
		/** @type {AsyncGenerator<import('./in-page.d.ts').Step> | undefined} */
		#run;
		/** @type {import('./in-page.d.ts').Step | undefined} */
		#step;
		#isStale = false;
		/** Pages that the next one may still mark, and where they go. @type {{ slot: number, fresh: FreshPage }[]} */
		#held = [];
		/** How much of a block stands on pages before. */
		#consumed = { ref: '', height: 0 };

		/**
		 * @param {import('./in-page.d.ts').Press} press that holds the source
		 * @param {DocumentFragment} source
		 */
		constructor(press, source) {
			this.#press = press;
			this.#galley = press.galley(source);
			for (const element of source.querySelectorAll('[data-sync]')) {
				const { sync = '' } = /** @type {HTMLElement} */ (element).dataset;
				if (element instanceof HTMLElement && this.#galley.syncs.has(sync)) this.#elements.set(sync, element);
			}
			/** Those that are kept level, in their order. */
			this.order = [...this.#elements.keys()];
		}

		/** Height of the text block, in px. */
		get height() {
			return this.#galley.height;
		}

		/**
		 * Place in the galley of the first baseline of an element.
		 * @param {string} sync
		 */
		naturalTop(sync) {
			const place = this.#galley.syncs.get(sync);
			return place ? place.top + place.baseline : 0;
		}

		/** The element that the next page begins with, where it is one that is kept level. */
		get startSync() {
			const node = this.#starts.at(-1)?.token?.node;
			return node instanceof HTMLElement ? node.dataset.sync : undefined;
		}

		/** @param {string} sync */
		gapOf(sync) {
			return this.#gaps.get(sync) ?? 0;
		}

		/**
		 * Sets the room above an element, over what its margins make, in px.
		 * @param {string} sync
		 * @param {number} gap
		 */
		setGap(sync, gap) {
			const element = this.#elements.get(sync);
			if (!element || Math.abs(gap - this.gapOf(sync)) < 1e-3) return;
			this.#gaps.set(sync, gap);
			this.#isStale = true;
			// What goes on overleaf does not have it once more: book.css.
			const above = sync === this.startSync ? 0 : (this.#galley.syncs.get(sync)?.above ?? 0);
			element.classList.toggle('level', gap > 0);
			if (gap > 0) element.style.setProperty('--level', `${above + gap}px`);
			else element.removeAttribute('style');
		}

		/** @param {string} sync */
		breakBefore(sync) {
			const element = this.#elements.get(sync);
			if (!element) return;
			this.setGap(sync, 0);
			this.#breaks.add(sync);
			element.dataset.breakBefore = 'page';
			this.#isStale = true;
		}

		/** Whether an element was sent to the next page to wait for the other text. @param {string} sync */
		waitsAt(sync) {
			return this.#breaks.has(sync);
		}

		/** Lays the next page out, or once more where something on it was to change. */
		async lay() {
			if (this.current && !this.#isStale) return;
			const step = this.current || !this.#run ? await this.#layAgain() : await this.#goOn();
			this.#release();
			this.#step = step;
			this.#isStale = false;
			this.current = this.#look(step.laid[0]?.element);
		}

		async #goOn() {
			const { value } = await must(this.#run).next();
			this.laid += value.laid.length;
			return /** @type {import('./in-page.d.ts').Step} */ (value);
		}

		/** From the last page on that no note reaches into. */
		async #layAgain() {
			let at = this.#starts.length - 1;
			while (at > 0 && !this.#starts[at]?.isClean) at--;
			this.#run = this.#press.lay(this.#starts[at]?.token);
			for (; at < this.#starts.length - 1; at++) await this.#goOn();
			return await this.#goOn();
		}

		/**
		 * @param {Element | undefined} page
		 * @returns {import('./in-page.d.ts').LevelPage}
		 */
		#look(page) {
			if (!page) throw new Error('Paged.js made no page.');
			this.geometry ??= measureBlock(page);
			return lookAtPage(page, this.#galley);
		}

		/** The page stands as it is. */
		commit() {
			const { syncs, used } = must(this.current);
			const { laid, next, isClean } = must(this.#step);
			const tops = [...syncs].map(([sync, top]) => /** @type {const} */ ([sync, top, this.gapOf(sync)]));
			const gaps = tops.reduce((sum, [, , gap]) => sum + gap, 0);
			const start = this.startSync;
			this.#marks.push({
				from: this.from,
				...(start ? { start } : {}),
				syncs: tops,
				used: Math.max(0, used - gaps),
			});
			for (const fresh of laid) {
				if (fresh !== laid[0]) this.#marks.push({ from: this.from, syncs: [], used: 0 });
				this.#held.push({ slot: this.pages.push(blank) - 1, fresh });
			}
			for (const sync of syncs.keys()) this.placed.add(sync);
			if (next) {
				this.from = this.#fromOf(next, must(laid[0]).element);
				this.#starts.push({ token: next, isClean });
			} else {
				this.ended = true;
				this.#release();
			}
			this.current = undefined;
			this.#step = undefined;
		}

		/** A blank page stands before the one that was laid out, which waits for the other text. */
		commitBlank() {
			const start = this.startSync;
			this.#marks.push({ from: this.from, ...(start ? { start } : {}), syncs: [], used: 0, isBlank: true });
			this.pages.push(blank);
		}

		/** What has its marks from the page after it is read. */
		#release() {
			for (const { slot, fresh } of this.#held) {
				// Its box is as high as the page, and room above what it begins with moves it down.
				const flow = fresh.element.querySelector('.pagedjs_page_content > div');
				if (flow instanceof HTMLElement) flow.style.height = 'auto';
				const measured = measurePage(fresh.element);
				fresh.element.remove();
				this.pages[slot] = { ...readPage(fresh.element), ...measured };
			}
			this.#held = [];
		}

		/**
		 * Place in the galley of where a page begins.
		 * @param {import('./in-page.d.ts').BreakToken} token
		 * @param {Element} page before it
		 */
		#fromOf({ node, offset }, page) {
			const { tops } = this.#galley;
			const whole = node instanceof HTMLElement && !offset ? tops.get(node.dataset.ref ?? '') : undefined;
			if (whole !== undefined) return whole;
			let block = node instanceof HTMLElement ? node : node.parentElement;
			while (block && !tops.has(block.dataset.ref ?? '')) block = block.parentElement;
			const { ref = '' } = block?.dataset ?? {};
			const height = page.querySelector(`[data-ref="${ref}"]`)?.getBoundingClientRect().height ?? 0;
			const before = this.#consumed.ref === ref ? this.#consumed.height : 0;
			this.#consumed = { ref, height: before + height };
			return (tops.get(ref) ?? 0) + before + height;
		}

		/** @returns {FlowMemory} */
		get memory() {
			const syncs = this.order.map((sync) => /** @type {const} */ ([sync, this.naturalTop(sync)]));
			return { height: this.height, syncs, pages: this.#marks, breaks: [...this.#breaks] };
		}
	}

	/**
	 * @template T
	 * @param {T | null | undefined} value
	 * @returns {T}
	 */
	function must(value) {
		if (value === null || value === undefined) throw new Error('The flow has no such page.');
		return value;
	}

	globalThis.diglot.Flow = Flow;
})();

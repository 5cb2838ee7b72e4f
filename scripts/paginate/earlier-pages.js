// @ts-check
/// <reference lib="dom" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: which pages of an earlier layout still stand when the source has changed.

(() => {
	/** Fewer pages than these are laid out rather than looked up. */
	const leastKept = 3;

	/** So many entries in a row must be the same after a change, and within this distance. */
	const [leastAlike, longestChange] = [3, 80];

	/**
	 * Where the entries of the old source are in the new one, -1 where they are not. The ends are compared first; then
	 * what lies between, change by change. A change that is not found costs time, nothing else.
	 * @param {readonly number[]} before
	 * @param {readonly number[]} after
	 */
	function compare(before, after) {
		const grown = after.length - before.length;
		const shortest = Math.min(before.length, after.length);
		let tail = 0;
		while (tail < shortest && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
		const places = before.map((_, index) => (index >= before.length - tail ? index + grown : -1));
		const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
		for (let old = 0, now = 0; old < oldEnd && now < newEnd; ) {
			if (before[old] === after[now]) {
				places[old++] = now++;
				continue;
			}
			const change = findChange(old, now);
			if (!change) break;
			old += change.gone;
			now += change.come;
		}
		return places;

		/**
		 * The shortest change after which both go on alike.
		 * @param {number} old
		 * @param {number} now
		 */
		function findChange(old, now) {
			for (let size = 1; size <= longestChange; size++) {
				for (let gone = 0; gone <= size; gone++) {
					if (isAlike(old + gone, now + size - gone)) return { gone, come: size - gone };
				}
			}
			return undefined;
		}

		/**
		 * @param {number} old
		 * @param {number} now
		 */
		function isAlike(old, now) {
			let count = 0;
			while (count < leastAlike && old + count < oldEnd && before[old + count] === after[now + count])
				count++;
			return count === leastAlike && now + count <= newEnd;
		}
	}

	/** The pages of an earlier layout, seen from the source as it is now. */
	class EarlierPages {
		/** @type {Map<string, number>} */
		#starts = new Map();
		/** @type {readonly number[]} */
		#places;
		/** @type {number[]} the last entry up to which all is as it was, from each on */
		#runs;

		/**
		 * @param {import('./in-page.d.ts').LayoutMemory} earlier
		 * @param {readonly number[]} entries of the source as it is now
		 */
		constructor({ entries: before, pages }, entries) {
			this.marks = pages;
			this.#places = compare(before, entries);
			this.#runs = this.#places.map((_, index) => index);
			for (let index = before.length - 1; index >= 0; index--) {
				const place = this.#places[index] ?? -1;
				const goesOn = place >= 0 && this.#places[index + 1] === place + 1;
				this.#runs[index] = place < 0 ? index - 1 : goesOn ? (this.#runs[index + 1] ?? index) : index;
			}
			pages.forEach((mark, index) => {
				const entry = this.#places[mark.entry] ?? -1;
				if (mark.isClean && entry >= 0) this.#starts.set(keyOf({ ...mark, entry }), index);
			});
		}

		/** Whether the sources begin alike. */
		get beginsAlike() {
			return this.#places[0] === 0;
		}

		/**
		 * The first page from a page on that does not stand as it was.
		 * @param {number} page
		 */
		endOfKept(page) {
			const shift = this.#shiftOf(this.marks[page]);
			let end = page;
			for (let mark = this.marks[end]; mark && this.#shiftOf(mark) === shift; mark = this.marks[++end]) {
				if ((this.#runs[mark.entry] ?? -1) < mark.reach) break;
			}
			return end;
		}

		/**
		 * By how many entries a page has moved.
		 * @param {import('./in-page.d.ts').PageMark | undefined} mark
		 */
		#shiftOf(mark) {
			return mark && (this.#places[mark.entry] ?? 0) - mark.entry;
		}

		/**
		 * The page that begins at a place, from which on enough pages stand as they were.
		 * @param {import('./in-page.d.ts').PageStart} start
		 */
		pageAt(start) {
			const page = this.#starts.get(keyOf(start));
			if (page === undefined) return undefined;
			const end = this.endOfKept(page);
			return end === this.marks.length || end - page >= leastKept ? page : undefined;
		}

		/**
		 * The last page before another, but not before a third, from which on Paged.js can go on.
		 * @param {number} least
		 * @param {number} end
		 */
		cleanBefore(least, end) {
			let page = Math.max(least, end - 1);
			while (page > least && !this.marks[page]?.isClean) page--;
			return page;
		}

		/**
		 * The mark of a page in the source as it is now.
		 * @param {number} page
		 */
		markOf(page) {
			const mark = must(this.marks[page]);
			const entry = must(this.#places[mark.entry]);
			return { ...mark, entry, reach: mark.reach + entry - mark.entry };
		}
	}

	/** @param {import('./in-page.d.ts').PageStart} start */
	function keyOf({ entry, inner, child, offset, around }) {
		return [entry, inner, child, offset, around].join();
	}

	/**
	 * @template T
	 * @param {T | undefined} value
	 * @returns {T}
	 */
	function must(value) {
		if (value === undefined) throw new Error('The earlier layout has no such page.');
		return value;
	}

	globalThis.diglot.EarlierPages = EarlierPages;
})();

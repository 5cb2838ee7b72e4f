// @ts-check
/// <reference lib="dom" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: a text that has not changed, as an earlier layout left it.

(() => {
	/** @typedef {import('./in-page.d.ts').FlowMemory} FlowMemory */

	/** The other text would have to be laid out anew for this one to be level with it. */
	class Unfrozen extends Error {}

	/** A text whose pages are kept as an earlier layout left them, for the other to be level with. */
	class KeptFlow {
		isFrozen = true;
		laid = 0;
		/** @type {Set<string>} */
		placed = new Set();
		/** @type {import('./in-page.d.ts').LevelPage | undefined} */
		current;
		geometry = undefined;
		/** @type {number[]} */
		pages = [];
		#memory;
		#natural;
		/** @type {Map<string, number>} */
		#gaps;

		/** @param {FlowMemory} memory */
		constructor(memory) {
			this.#memory = memory;
			this.#natural = new Map(memory.syncs);
			this.#gaps = new Map(
				memory.pages.flatMap((page) => page.syncs.map(([sync, , gap]) => /** @type {const} */ ([sync, gap]))),
			);
			this.order = memory.syncs.map(([sync]) => sync);
			this.height = memory.height;
		}

		get memory() {
			return this.#memory;
		}

		get ended() {
			return this.pages.length === this.#memory.pages.length;
		}

		get #page() {
			return this.#memory.pages[this.pages.length];
		}

		get from() {
			return this.#page?.from ?? 0;
		}

		get startSync() {
			return this.#page?.start;
		}

		/** @param {string} sync */
		naturalTop(sync) {
			return this.#natural.get(sync) ?? 0;
		}

		/** @param {string} sync */
		gapOf(sync) {
			return this.#gaps.get(sync) ?? 0;
		}

		/** What is kept has its room already; whether it is the right one shows when both pages are compared. */
		setGap() {}

		/** @returns {never} */
		breakBefore() {
			throw new Unfrozen();
		}

		/** @param {string} sync */
		waitsAt(sync) {
			return this.#memory.breaks.includes(sync);
		}

		async lay() {
			const { syncs = [], used = 0 } = this.#page ?? {};
			this.current = { syncs: new Map(syncs.map(([sync, top]) => [sync, top])), used };
		}

		commit() {
			if (this.#page?.isBlank) throw new Unfrozen();
			this.#next();
		}

		commitBlank() {
			if (!this.#page?.isBlank) throw new Unfrozen();
			this.#next();
		}

		#next() {
			for (const sync of this.current?.syncs.keys() ?? []) this.placed.add(sync);
			this.pages.push(this.pages.length);
			this.current = undefined;
		}
	}

	Object.assign(globalThis.diglot, { KeptFlow, Unfrozen });
})();

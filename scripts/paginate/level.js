// @ts-check
/// <reference lib="dom" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: lays a text and its translation out side by side, page by page, and keeps them level.

(() => {
	const { KeptFlow, Unfrozen } = globalThis.diglot;

	/** @typedef {import('./in-page.d.ts').LevelFlow} LevelFlow */

	/** Heights that differ by less, in px, are equal: a fifth of a point. */
	const tolerance = 0.25;

	/** So many times a page is laid out anew for each element that is to be level on it. */
	const triesEach = 3;

	/**
	 * Where the elements that are kept level will stand on the next page, if nothing else changes: there they get the
	 * room that the one side has and the other lacks.
	 * @param {readonly [LevelFlow, LevelFlow]} flows
	 * @param {readonly string[]} order
	 */
	function foresee([a, b], order) {
		let [roomA, roomB] = [0, 0];
		for (const sync of comingOf([a, b], order)) {
			const topA = a.naturalTop(sync) - a.from + roomA;
			const topB = b.naturalTop(sync) - b.from + roomB;
			const top = Math.max(topA, topB);
			const isHere = top < Math.min(a.height, b.height);
			const [gapA, gapB] = isHere ? [top - topA, top - topB] : [0, 0];
			a.setGap(sync, rounded(gapA));
			b.setGap(sync, rounded(gapB));
			roomA += gapA;
			roomB += gapB;
		}
	}

	/**
	 * What is to be level and stands on no page yet.
	 * @param {readonly [LevelFlow, LevelFlow]} flows
	 * @param {readonly string[]} order
	 */
	function comingOf([a, b], order) {
		return order.filter((sync) => !a.placed.has(sync) && !b.placed.has(sync));
	}

	/**
	 * The browser lays out in 64ths of a px.
	 * @param {number} length
	 */
	function rounded(length) {
		return length < tolerance ? 0 : Math.round(length * 64) / 64;
	}

	/**
	 * Looks at the pages of both for the first element that is not level, and mends it.
	 * @param {readonly [LevelFlow, LevelFlow]} flows
	 * @param {readonly string[]} order
	 * @returns {'level' | 'changed' | LevelFlow} the flow that stays blank here and waits
	 */
	function mend([a, b], order) {
		for (const sync of comingOf([a, b], order)) {
			const [topA, topB] = [a.current?.syncs.get(sync), b.current?.syncs.get(sync)];
			if (topA === undefined) return topB === undefined ? 'level' : hold(b, a, sync);
			if (topB === undefined) return hold(a, b, sync);
			if (raise(a, b, sync, topA - topB) || raise(b, a, sync, topB - topA)) return 'changed';
			// Room on both sides helps neither.
			if (Math.min(a.gapOf(sync), b.gapOf(sync)) > tolerance) throw new Unfrozen();
		}
		return 'level';
	}

	/**
	 * Ends the page of the text that reaches an element before the other does.
	 * @param {LevelFlow} early
	 * @param {LevelFlow} late
	 * @param {string} sync
	 */
	function hold(early, late, sync) {
		if (late.ended) return 'level';
		// What is kept waits here for what comes sooner now.
		if (late.isFrozen && late.waitsAt(sync)) throw new Unfrozen();
		if (early.startSync === sync) return early;
		early.breakBefore(sync);
		return 'changed';
	}

	/**
	 * Takes room from above the element that stands lower, as far as there is some, and makes room above the other.
	 * @param {LevelFlow} low
	 * @param {LevelFlow} high
	 * @param {string} sync
	 * @param {number} lack by how much it stands lower, in px
	 * @returns {boolean} whether there was anything to mend
	 */
	function raise(low, high, sync, lack) {
		if (lack <= tolerance) return false;
		const less = Math.min(lack, low.gapOf(sync));
		if (low.isFrozen ? less > 0 : high.isFrozen && less < lack) throw new Unfrozen();
		low.setGap(sync, low.gapOf(sync) - less);
		high.setGap(sync, high.gapOf(sync) + lack - less);
		return true;
	}

	/**
	 * Lays the next page of both out.
	 * @param {readonly [LevelFlow, LevelFlow]} flows
	 * @param {readonly string[]} order
	 * @returns {Promise<boolean>} whether both are level on it
	 */
	async function layPages(flows, order) {
		foresee(flows, order);
		const open = flows.filter((flow) => !flow.ended);
		let found = /** @type {ReturnType<typeof mend>} */ ('changed');
		for (let tries = triesEach * (order.length + 1); tries > 0 && found === 'changed'; tries--) {
			for (const flow of open) await flow.lay();
			found = mend(flows, order);
		}
		for (const flow of open) {
			// Where nothing helps, the pages stand as they came last.
			await flow.lay();
			if (flow === found) flow.commitBlank();
			else flow.commit();
		}
		return found !== 'changed';
	}

	/**
	 * @param {readonly [LevelFlow, LevelFlow]} flows
	 * @returns {Promise<boolean>} whether both are level all the way
	 */
	async function layFlows(flows) {
		const [a, b] = flows;
		const order = a.order.filter((sync) => b.order.includes(sync));
		let isLevel = true;
		while (!a.ended || !b.ended) {
			const ahead = flows.find((flow) => flow.pages.length > Math.min(a.pages.length, b.pages.length));
			const behind = ahead === a ? b : a;
			if (ahead && !behind.ended) {
				// The rest of a note took pages of its own.
				await behind.lay();
				behind.commit();
			} else isLevel = (await layPages(flows, order)) && isLevel;
		}
		return isLevel;
	}

	/**
	 * Lays two texts out side by side. Where the pages of one are kept and the other can be level with them, only that
	 * one is laid out.
	 * @param {(index: number) => Promise<LevelFlow>} open makes a flow ready
	 * @param {readonly (import("./in-page.d.ts").FlowMemory | null)[]} kept
	 * @returns {Promise<import('./in-page.d.ts').PairResult>}
	 */
	async function layPair(open, kept) {
		const isKept = kept.some(Boolean);
		let laid = 0;
		if (isKept) {
			const flows = await openAll(async (index) => {
				const memory = kept[index];
				return memory ? new KeptFlow(memory) : await open(index);
			});
			try {
				const isLevel = await layFlows(flows);
				if (isLevel) return resultOf(flows, isLevel, 0);
			} catch (error) {
				if (!(error instanceof Unfrozen)) throw error;
			}
			laid = flows[0].laid + flows[1].laid;
		}
		const flows = await openAll(open);
		return resultOf(flows, await layFlows(flows), laid);
	}

	/**
	 * @param {(index: number) => Promise<LevelFlow>} open
	 * @returns {Promise<[LevelFlow, LevelFlow]>}
	 */
	async function openAll(open) {
		return [await open(0), await open(1)];
	}

	/**
	 * @param {readonly LevelFlow[]} flows
	 * @param {boolean} isLevel
	 * @param {number} inVain pages laid out for nothing
	 * @returns {import('./in-page.d.ts').PairResult}
	 */
	function resultOf(flows, isLevel, inVain) {
		const results = flows.map(({ pages, geometry, laid, memory }) => ({
			pages,
			laid,
			flow: memory,
			...(geometry ? { geometry } : {}),
		}));
		return { flows: results, isLevel, inVain };
	}

	globalThis.diglot.layPair = layPair;
})();

import type { Run } from './content-runs.ts';

/** Text that the browser left unmarked: the label of an item in a list. */
export interface Label {
	/** Number that its content gets. */
	readonly mcid: number;
	/** What it says, where it is drawn and not written. */
	readonly text?: string;
}

/** What of a page's content the structure tree may own. */
export interface PageFacts {
	/** Whether marked content says or shows anything: a border or a ground is decoration. */
	readonly speaks: (mcid: number) => boolean;
	/** The label right before a content, if one is there: what may be one, for an item knows whether it has one. */
	readonly labelBefore: (mcid: number) => Label | undefined;
	/** Numbers for blanks between elements, which the browser leaves unmarked, by what stands before them. */
	readonly blanksAfter: (mcid: number) => readonly number[];
	/** Numbers given to runs that had none, by index of the run. */
	readonly given: ReadonlyMap<number, number>;
}

/** A browser draws the mark of a list without order as a path. */
const drawnLabel = '\u2022';

/**
 * Looks at what a page paints, in order.
 * @param textOf what unmarked text says
 */
export function findFacts(runs: readonly Run[], textOf: (run: Run) => string): PageFacts {
	const finder = new Finder(runs);
	for (const [index, run] of runs.entries()) {
		if (run.mcid !== undefined) finder.seeMarked(run.mcid, run);
		else if (!run.isMarked) finder.seeUnmarked(index, run, textOf);
	}
	return finder.facts();
}

class Finder {
	readonly #speaking = new Set<number>();
	readonly #labels = new Map<number, Label>();
	readonly #blanks = new Map<number, number[]>();
	readonly #given = new Map<number, number>();
	#next: number;
	#last: number | undefined;
	/** What was painted since, and may be labels: an item may begin with a list of its own. */
	#waiting: { readonly index: number; readonly text?: string }[] = [];

	constructor(runs: readonly Run[]) {
		this.#next = 1 + Math.max(-1, ...runs.map(({ mcid = -1 }) => mcid));
	}

	seeMarked(mcid: number, { paints }: Run): void {
		// A ground may lie between a label and its item.
		if (!paints.has('text') && !paints.has('image')) return;
		let before = mcid;
		for (const { index, text } of this.#waiting.reverse()) {
			const label = { mcid: this.#give(index), ...(text === undefined ? {} : { text }) };
			this.#labels.set(before, label);
			before = label.mcid;
		}
		this.#speaking.add(mcid);
		this.#last = mcid;
		this.#waiting = [];
	}

	seeUnmarked(index: number, run: Run, textOf: (run: Run) => string): void {
		if (run.paints.has('path')) this.#waiting.push({ index, text: drawnLabel });
		else if (!run.paints.has('text')) return;
		else if (textOf(run).trim() !== '') this.#waiting.push({ index });
		else if (this.#last !== undefined) {
			const blanks = this.#blanks.get(this.#last) ?? [];
			this.#blanks.set(this.#last, [...blanks, this.#give(index)]);
		}
	}

	facts(): PageFacts {
		return {
			speaks: (mcid) => this.#speaking.has(mcid),
			labelBefore: (mcid) => this.#labels.get(mcid),
			blanksAfter: (mcid) => this.#blanks.get(mcid) ?? [],
			given: this.#given,
		};
	}

	#give(run: number): number {
		this.#given.set(run, this.#next);
		return this.#next++;
	}
}

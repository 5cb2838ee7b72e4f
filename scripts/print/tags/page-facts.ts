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
	/** The label right before marked content, if one is there. */
	readonly labelBefore: (mcid: number) => Label | undefined;
	/** Numbers for blanks between elements, which the browser leaves unmarked, by what stands before them. */
	readonly blanksAfter: (mcid: number) => readonly number[];
	/** Numbers given to runs that had none, by index of the run. */
	readonly given: ReadonlyMap<number, number>;
}

const drawnLabel = '\u2022';

/**
 * Looks at what a page paints, in order.
 * @param textOf what unmarked text says
 */
export function findFacts(runs: readonly Run[], textOf: (run: Run) => string): PageFacts {
	const speaking = new Set<number>();
	const labels = new Map<number, Label>();
	const blanks = new Map<number, number[]>();
	const given = new Map<number, number>();
	let next = 1 + Math.max(-1, ...runs.map(({ mcid = -1 }) => mcid));
	let last: number | undefined;
	let waiting: { readonly index: number; readonly text?: string }[] = [];
	for (const [index, run] of runs.entries()) {
		const { mcid, paints, isMarked } = run;
		if (mcid !== undefined) {
			const isSpeaking = paints.has('text') || paints.has('image');
			if (isSpeaking) speaking.add(mcid);
			const [label] = waiting;
			if (label && waiting.length === 1 && isSpeaking) {
				given.set(label.index, next);
				labels.set(mcid, { mcid: next++, ...(label.text === undefined ? {} : { text: label.text }) });
			}
			if (isSpeaking) last = mcid;
			// A label stands right before its item; a ground may lie between.
			if (isSpeaking) waiting = [];
			continue;
		}
		if (isMarked) continue;
		if (paints.has('path')) waiting.push({ index, text: drawnLabel });
		else if (paints.has('text')) {
			const text = textOf(run);
			if (text.trim() !== '') waiting.push({ index });
			else if (last !== undefined) {
				given.set(index, next);
				blanks.set(last, [...(blanks.get(last) ?? []), next++]);
			}
		}
	}
	return {
		speaks: (mcid) => speaking.has(mcid),
		labelBefore: (mcid) => labels.get(mcid),
		blanksAfter: (mcid) => blanks.get(mcid) ?? [],
		given,
	};
}

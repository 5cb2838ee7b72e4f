import type { LockLine } from './lock.ts';
import type { Passage } from './passages.ts';

/** A passage that has a translation. */
export interface TranslatedPassage {
	readonly source: Passage;
	readonly target: Passage;
}

/** The lines of a piece on their way to the passages that they were written for. */
export interface Matching {
	readonly pairs: readonly TranslatedPassage[];
	readonly lines: readonly LockLine[];
	/** Index of the line by index of the pair. */
	readonly found: Map<number, number>;
	/** Indexes of lines that belong to no pair so far. */
	readonly left: Set<number>;
}

type Marks = Pick<LockLine, 'source' | 'target'>;

/** Both sides are as they were recorded. */
export const bothMarks = ({ source, target }: Marks): string => `${source} ${target}`;

/** What tells that a line and a pair belong together, the surest first. */
const tokens: readonly ((marks: Marks) => string)[] = [
	bothMarks,
	// The translation stands as it was: the source has changed.
	({ target }) => target,
	// The translation alone was mended.
	({ source }) => source,
];

export function marksOf({ source, target }: TranslatedPassage): Marks {
	return { source: source.mark, target: target.mark };
}

/** Begins to find which line was written for which pair: by what stands in it, so that text can have moved. */
export function matchByMarks(pairs: readonly TranslatedPassage[], lines: readonly LockLine[]): Matching {
	const matching: Matching = { pairs, lines, found: new Map(), left: new Set(lines.keys()) };
	matchEnds(matching);
	for (const token of tokens) matchBy(token, matching);
	return matching;
}

/** Most pieces stand as they were recorded, or nearly: what is so from the start and from the end needs no search. */
function matchEnds({ pairs, lines, found, left }: Matching): void {
	const match = (index: number, at: number): boolean => {
		const [pair, line] = [pairs[index], lines[at]];
		if (!pair || !line || !left.has(at)) return false;
		if (line.source !== pair.source.mark || line.target !== pair.target.mark) return false;
		found.set(index, at);
		return left.delete(at);
	};
	let start = 0;
	while (match(start, start)) start++;
	let end = 1;
	while (pairs.length - end >= start && match(pairs.length - end, lines.length - end)) end++;
}

function matchBy(token: (typeof tokens)[number], { pairs, lines, found, left }: Matching): void {
	if (left.size === 0 || found.size === pairs.length) return;
	const waiting = new Map<string, number[]>();
	for (const at of left) {
		const line = lines[at];
		if (!line) continue;
		const name = token(line);
		const same = waiting.get(name);
		if (same) same.push(at);
		else waiting.set(name, [at]);
	}
	for (const [index, pair] of pairs.entries()) {
		if (found.has(index)) continue;
		const at = waiting.get(token(marksOf(pair)))?.shift();
		if (at === undefined) continue;
		found.set(index, at);
		left.delete(at);
	}
}

/**
 * Finds the lines of pairs both sides of which have changed: they stand between those of the neighbours. Pairs that
 * `isElsewhere` knows have none here.
 */
export function matchByPlace(
	{ pairs, lines, found, left }: Matching,
	isElsewhere: (pair: TranslatedPassage) => boolean,
): void {
	const ends = nextFound(pairs.length, lines.length, found);
	let from = 0;
	for (const [index, pair] of pairs.entries()) {
		if (left.size === 0) return;
		const known = found.get(index);
		if (known !== undefined) {
			from = known + 1;
			continue;
		}
		if (isElsewhere(pair)) continue;
		const end = ends[index] ?? 0;
		while (from < end && !left.has(from)) from++;
		if (from >= end) continue;
		found.set(index, from);
		left.delete(from);
	}
}

/** For each pair the line of the next one behind it that has a line; where there is none, the end. */
function nextFound(count: number, end: number, found: ReadonlyMap<number, number>): readonly number[] {
	const ends: number[] = [];
	let next = end;
	for (let index = count - 1; index >= 0; index--) {
		next = found.get(index) ?? next;
		ends[index] = next;
	}
	return ends;
}

import { type Block, joinWords, likenessOf } from './blocks.ts';
import { findMatches } from './diff.ts';

/** Blocks that became others: usually one and one; one side is empty where a block came or is gone. */
export interface Row {
	readonly before: readonly Block[];
	readonly now: readonly Block[];
}

/**
 * Lays the blocks of two versions side by side, in the order of both: those that say the same first, and between them
 * the pairs that have most in common. A paragraph may have been cut in two, or two joined.
 */
export function alignBlocks(before: readonly Block[], now: readonly Block[]): readonly Row[] {
	const rows: Row[] = [];
	let [i, j] = [0, 0];
	const fillUpTo = (a: number, b: number) => {
		rows.push(...pairUp(before.slice(i, a), now.slice(j, b)));
		[i, j] = [a, b];
	};
	const keys = [before, now].map((blocks) => blocks.map(({ key }) => key));
	for (const [a, b] of findMatches(keys[0] ?? [], keys[1] ?? [])) {
		fillUpTo(a, b);
		rows.push({ before: before.slice(a, a + 1), now: now.slice(b, b + 1) });
		[i, j] = [a + 1, b + 1];
	}
	fillUpTo(before.length, now.length);
	return rows;
}

/** So much of two blocks must be in both, for them to be shown as one that was changed. */
const least = { text: 0.5, box: 0.3, joined: 0.6 } as const;

/** How many blocks before and behind its own place a block is looked for, in long stretches where all has changed. */
const band = 80;

/** Ways on from a place: blocks that are taken of the one side and of the other, the cheapest first. */
const steps = [
	[1, 0],
	[0, 1],
	[1, 1],
	[1, 2],
	[2, 1],
] as const;

interface Best {
	readonly score: number;
	readonly step: (typeof steps)[number];
}

/** The pairs that have most in common altogether, in the order of both sides (dynamic programming). */
function pairUp(before: readonly Block[], now: readonly Block[]): readonly Row[] {
	const width = now.length + 1;
	const best = new Map<number, Best>();
	const slope = before.length === 0 ? 0 : now.length / before.length;
	const reach = band + Math.abs(now.length - before.length);
	for (let i = before.length; i >= 0; i--) {
		for (let j = now.length; j >= 0; j--) {
			if (i === before.length && j === now.length) continue;
			if (Math.abs(j - i * slope) > reach) continue;
			best.set(i * width + j, bestStep(i, j));
		}
	}
	return follow();

	function bestStep(i: number, j: number): Best {
		let found: Best = { score: -1, step: [1, 0] };
		for (const step of steps) {
			const [down, right] = step;
			if (i + down > before.length || j + right > now.length) continue;
			const own = scoreOf(before.slice(i, i + down), now.slice(j, j + right));
			if (own === undefined) continue;
			const score = own + (best.get((i + down) * width + j + right)?.score ?? 0);
			if (score > found.score) found = { score, step };
		}
		return found;
	}

	function follow(): readonly Row[] {
		const rows: Row[] = [];
		for (let [i, j] = [0, 0]; i < before.length || j < now.length; ) {
			const usual = i < before.length ? steps[0] : steps[1];
			const [down, right] = best.get(i * width + j)?.step ?? usual;
			rows.push({ before: before.slice(i, i + down), now: now.slice(j, j + right) });
			i += down;
			j += right;
		}
		return rows;
	}
}

/** What two groups of blocks have in common, in weights of words; nothing where they are no pair. */
function scoreOf(before: readonly Block[], now: readonly Block[]): number | undefined {
	if (before.length === 0 || now.length === 0) return 0;
	const [one, ...furtherBefore] = before;
	const [other, ...furtherNow] = now;
	if (!one || !other) return undefined;
	const isPair = furtherBefore.length + furtherNow.length === 0;
	if (isPair) return pairScore(one, other);
	return [...before, ...now].every(isParagraph) ? joinedScore(before, now) : undefined;
}

function pairScore(one: Block, other: Block): number | undefined {
	if (one.kind !== other.kind) return undefined;
	if (one.kind !== 'text' && one.element?.tagName !== other.element?.tagName) return undefined;
	const [before, now] = [one.words(), other.words()];
	const weight = before.weight + now.weight;
	// What has no words, such as an image in a box of its own, is known by its place.
	if (weight === 0) return 0.5;
	const likeness = likenessOf(before, now) * (isHeading(one) === isHeading(other) ? 1 : 0.8);
	// A picture that took the place of another has none of its words; a small table may have changed in each cell.
	const isReplaced = one.kind === 'box' && isSmall(one) && isSmall(other);
	if (likeness >= (one.kind === 'text' ? least.text : isReplaced ? 0 : least.box))
		return likeness * weight + 0.1;
	return undefined;
}

/** A figure is what stands where a figure stood; so is a row or a cell, of which only few come and go. */
const inPlace = new Set(['figure', 'figcaption', 'thead', 'tbody', 'tr', 'td', 'th']);

function isSmall({ element }: Block): boolean {
	return element !== undefined && inPlace.has(element.tagName);
}

/** Of a paragraph that was cut in two, each half must come from it, or the other one simply was added. */
function joinedScore(before: readonly Block[], now: readonly Block[]): number | undefined {
	const [whole, parts] = before.length === 1 ? [before, now] : [now, before];
	const all = joinWords(whole);
	const together = joinWords(parts);
	const likeness = likenessOf(all, together);
	if (likeness < least.joined) return undefined;
	const isOf = parts.every((part) => {
		const words = part.words();
		const shared = (likenessOf(words, all) * (words.weight + all.weight)) / 2;
		return words.weight > 0 && shared / words.weight >= least.joined;
	});
	return isOf ? likeness * (all.weight + together.weight) : undefined;
}

function isParagraph({ kind, element }: Block): boolean {
	return kind === 'text' && element?.tagName === 'p';
}

function isHeading({ element }: Block): boolean {
	return /^h[1-6]$/.test(element?.tagName ?? '');
}

import type { BlockKind } from '../model/index.ts';
import type { Costs } from './best-path.ts';
import type { Traits } from './traits.ts';

/** Leaving a block out costs one, more or less; two blocks that have nothing in common cost as much as leaving both out. */
const gaps: Readonly<Partial<Record<BlockKind, number>>> = { heading: 1.3, rule: 0.7 };
const leastGap = exact(0.7);

const gapOf = ({ kind }: Traits): number => exact(gaps[kind] ?? 1);

/** Costs are whole parts of 1024, so that what costs the same in another order has the same sum. */
function exact(cost: number): number {
	return Math.round(cost * 1024) / 1024;
}

/** What authors turn into one another, and how far they are apart. */
const kinships: readonly (readonly [a: BlockKind, b: BlockKind, cost: number])[] = [
	['paragraph', 'list', 0.9],
	['paragraph', 'quotation', 0.8],
	['paragraph', 'other', 0.8],
	['paragraph', 'formula', 0.9],
	['paragraph', 'heading', 1.1],
	['paragraph', 'code', 1.2],
	['paragraph', 'table', 1.2],
	['paragraph', 'figure', 1.4],
	['quotation', 'list', 1],
	['quotation', 'other', 0.9],
	['list', 'other', 0.9],
	['list', 'table', 1.1],
	['list', 'code', 1.2],
	['code', 'formula', 0.9],
	['code', 'other', 1],
	['figure', 'table', 1.2],
	['figure', 'code', 1.2],
	['figure', 'formula', 1],
	['figure', 'other', 1],
	['table', 'other', 1],
];

const distances: ReadonlyMap<string, number> = new Map(
	kinships.flatMap(([a, b, cost]) => [
		[`${a} ${b}`, cost],
		[`${b} ${a}`, cost],
	]),
);

/** 0 for the same kind; infinite for kinds that never stand for one another. */
export function kindDistance(a: BlockKind, b: BlockKind): number {
	return a === b ? 0 : (distances.get(`${a} ${b}`) ?? Number.POSITIVE_INFINITY);
}

/** How far a size may be off the book's own ratio before it counts, in letters. */
const slack = 15;
/** More tokens of one block tell no more. */
const mostTokens = 12;

interface Sized {
	readonly traits: Traits;
	/** The same number for the same words. */
	readonly name: number;
	/** In letters that are alike in both languages. */
	readonly size: number;
}

/** What the blocks of two texts cost each other. */
export interface BlockCosts extends Costs {
	/** Whether two blocks are of one kind and of about the same size, which is told without reading what they say. */
	readonly fit: (source: number, target: number) => boolean;
}

/**
 * Weighs the blocks of two texts. `ratio` is the natural logarithm of how much longer the target usually is. A token
 * tells the more the fewer blocks have it; one that only one of the texts has tells nothing, for the other may write it
 * out in words.
 */
export function createCosts(
	sources: readonly Traits[],
	targets: readonly Traits[],
	ratio: number,
): BlockCosts {
	const names = new Map<string, number>();
	const prepare =
		(scale: number) =>
		(traits: Traits): Sized => {
			const name = names.get(traits.words) ?? names.size;
			names.set(traits.words, name);
			return { traits, name, size: traits.size * scale + slack };
		};
	const ours = sources.map(prepare(Math.exp(ratio / 2)));
	const theirs = targets.map(prepare(Math.exp(-ratio / 2)));
	let weighed: Tokens | undefined;
	const tokenCostOf = (i: number, j: number): number => {
		weighed ??= weigh(sources, targets);
		return tokenCost(weighed.sources[i] ?? [], weighed.targets[j] ?? [], weighed.weights);
	};
	return {
		pair: (i, j) => pairCost(ours[i] as Sized, theirs[j] as Sized, () => tokenCostOf(i, j)),
		missing: (i) => gapOf(sources[i] as Traits),
		extra: (j) => gapOf(targets[j] as Traits),
		leastGap,
		fit: (i, j) => isFit(ours[i] as Sized, theirs[j] as Sized),
	};
}

/** How far the sizes of two blocks are apart: 0.15 where one is half as large again as the other. */
function sizeCost(a: Sized, b: Sized): number {
	return Math.min(0.8, Math.log(a.size / b.size) ** 2);
}

function isFit(a: Sized, b: Sized): boolean {
	const { kind, level, parts } = a.traits;
	const isSame = kind === b.traits.kind && level === b.traits.level && parts === b.traits.parts;
	return isSame && sizeCost(a, b) <= 0.15;
}

function pairCost(a: Sized, b: Sized, tokens: () => number): number {
	const kind = kindDistance(a.traits.kind, b.traits.kind);
	if (kind === Number.POSITIVE_INFINITY) return kind;
	const level = Math.min(0.45, 0.15 * Math.abs(a.traits.level - b.traits.level));
	if (kind === 0 && a.name === b.name) return exact(level);
	const parts = kind === 0 ? Math.min(0.4, 0.1 * Math.abs(a.traits.parts - b.traits.parts)) : 0;
	return exact(kind + level + parts + sizeCost(a, b) + tokens());
}

/** 0 where all tokens are the same, 0.2 where there is none, 0.8 where they differ. */
function tokenCost(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
	let common = 0;
	let all = 0;
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const left = a[i] ?? Number.POSITIVE_INFINITY;
		const right = b[j] ?? Number.POSITIVE_INFINITY;
		const weight = weights[Math.min(left, right)] ?? 0;
		all += weight;
		if (left === right) common += weight;
		if (left <= right) i += 1;
		if (right <= left) j += 1;
	}
	const strength = Math.min(1, all);
	return 0.2 * (1 - strength) + (all > 0 ? 0.8 * strength * (1 - common / all) : 0);
}

interface Tokens {
	/** Of each block the numbers of its tokens that both texts have, ascending. */
	readonly sources: readonly (readonly number[])[];
	readonly targets: readonly (readonly number[])[];
	/** What each token tells, by its number. */
	readonly weights: readonly number[];
}

function weigh(sources: readonly Traits[], targets: readonly Traits[]): Tokens {
	const [ours, theirs] = [sources.map(({ tokens }) => tokens()), targets.map(({ tokens }) => tokens())];
	const counts = count(theirs);
	const numbers = new Map<string, number>();
	const weights: number[] = [];
	for (const [token, times] of count(ours)) {
		const other = counts.get(token);
		if (other === undefined) continue;
		numbers.set(token, weights.length);
		weights.push(2 / (times + other));
	}
	const pickAll = (all: typeof ours) => all.map((tokens) => pick(tokens, numbers, weights));
	return { sources: pickAll(ours), targets: pickAll(theirs), weights };
}

function count(all: readonly (readonly string[])[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const tokens of all) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
	return counts;
}

/** The tokens that tell most. */
function pick(
	tokens: readonly string[],
	numbers: ReadonlyMap<string, number>,
	weights: readonly number[],
): readonly number[] {
	const known = tokens.flatMap((token) => numbers.get(token) ?? []);
	if (known.length > mostTokens) known.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
	return known.slice(0, mostTokens).sort((a, b) => a - b);
}

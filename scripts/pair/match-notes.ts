import type { Block } from '../model/index.ts';
import { bestPath, type Costs, costOf, type Match } from './best-path.ts';
import { createCosts } from './costs.ts';
import { bothWays } from './scale.ts';
import { traitsOf } from './traits.ts';

/** Below it two notes say the same beyond doubt: they share what no other note has. */
const certain = 0.12;

/**
 * Which notes belong together. A name that is a word says it, wherever the notes are called. Names that are numbers
 * may have been counted anew in one of the texts, so they say it only where the notes do not fit better in the order of
 * their calls. What is left is paired by what only two notes say, and at last in order.
 */
export const matchNotes = bothWays(match);

function match(sources: readonly Block[], targets: readonly Block[], ratio: number): readonly Match[] {
	if (sources.length === 0 || targets.length === 0) return [];
	const costs = createCosts(sources.map(traitsOf), targets.map(traitsOf), ratio);
	const named = sameNames(sources, targets);
	const isNumber = ([source]: Match): boolean => /^\d+$/.test(sources[source]?.name ?? '');
	const words = named.filter((match) => !isNumber(match));
	const rest = (matches: readonly Match[]) => matchRest(sources, targets, matches, costs);
	const [byName, byOrder] = [rest(named), rest(words)];
	const cost = (matches: readonly Match[]) => costOf(matches, sources.length, targets.length, costs);
	return cost(byName) <= cost(byOrder) + certain ? byName : byOrder;
}

function sameNames(sources: readonly Block[], targets: readonly Block[]): readonly Match[] {
	const named = new Map(targets.map(({ name }, index) => [name, index]));
	return sources.flatMap(({ name }, index): Match[] => {
		const other = named.get(name);
		return name === undefined || other === undefined ? [] : [[index, other]];
	});
}

function matchRest(
	sources: readonly Block[],
	targets: readonly Block[],
	matches: readonly Match[],
	costs: Costs,
): readonly Match[] {
	const ours = open(
		sources.length,
		matches.map(([source]) => source),
	);
	const theirs = open(
		targets.length,
		matches.map(([, target]) => target),
	);
	const alike = alikes(ours, theirs, costs);
	const left = open(
		sources.length,
		[...matches, ...alike].map(([source]) => source),
	);
	const right = open(
		targets.length,
		[...matches, ...alike].map(([, target]) => target),
	);
	const path = bestPath(left.length, right.length, {
		pair: (i, j) => costs.pair(left[i] ?? 0, right[j] ?? 0),
		missing: (i) => costs.missing(left[i] ?? 0),
		extra: (j) => costs.extra(right[j] ?? 0),
		leastGap: costs.leastGap,
	});
	const inOrder = path.map(([i, j]): Match => [left[i] ?? 0, right[j] ?? 0]);
	return [...matches, ...alike, ...inOrder].sort(([a], [b]) => a - b);
}

/** Notes that are beyond doubt the same, and each of them with one note only. */
function alikes(sources: readonly number[], targets: readonly number[], costs: Costs): readonly Match[] {
	const found = sources.flatMap((source) =>
		targets.filter((target) => costs.pair(source, target) < certain).map((target): Match => [source, target]),
	);
	const once = (at: 0 | 1, index: number) => found.filter((match) => match[at] === index).length === 1;
	return found.filter(([source, target]) => once(0, source) && once(1, target));
}

function open(length: number, taken: readonly number[]): readonly number[] {
	const gone = new Set(taken);
	return Array.from({ length }, (_, index) => index).filter((index) => !gone.has(index));
}

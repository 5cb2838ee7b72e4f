import type { Block, BlockKind } from '../model/index.ts';
import { anchorMatches, stretches } from './anchors.ts';
import { bestPath, costOf, type Match } from './best-path.ts';
import { type BlockCosts, createCosts } from './costs.ts';
import { bothWays } from './scale.ts';
import { pairFirstParts } from './splits.ts';
import { type Traits, traitsOf } from './traits.ts';

/**
 * Which blocks of two rows belong together: those of the same anchor, wherever they stand; between them what costs
 * least in order.
 */
export const matchBlocks = bothWays(match);

function match(sources: readonly Block[], targets: readonly Block[], ratio: number): readonly Match[] {
	if (sources.length === 0 || targets.length === 0) return [];
	const [ours, theirs] = [sources.map(traitsOf), targets.map(traitsOf)];
	const costs = createCosts(ours, theirs, ratio);
	const anchored = anchorMatches(sources, targets);
	const between = stretches(sources, targets, anchored).flatMap((stretch) => {
		const at = (index: number): number => stretch.sources[index] ?? 0;
		const to = (index: number): number => stretch.targets[index] ?? 0;
		const path = matchStretch(
			stretch.sources.map((index) => ours[index] as Traits),
			stretch.targets.map((index) => theirs[index] as Traits),
			{
				pair: (i, j) => costs.pair(at(i), to(j)),
				missing: (i) => costs.missing(at(i)),
				extra: (j) => costs.extra(to(j)),
				leastGap: costs.leastGap,
				fit: (i, j) => costs.fit(at(i), to(j)),
			},
		);
		return path.map(([i, j]): Match => [at(i), to(j)]);
	});
	return [...anchored, ...pairFirstParts(between, ours, theirs, ratio)].sort(([a], [b]) => a - b);
}

/** By how much another way must be cheaper than the plain order where both texts have the same kinds of blocks. */
const trust = 1;

/** Kinds of which a row that fits in every size is hardly another row. Items, rows and cells are short and alike. */
const isLong: ReadonlySet<BlockKind> = new Set([
	...(['heading', 'paragraph', 'list', 'quotation', 'table', 'figure', 'code'] as const),
	...(['formula', 'rule', 'caption', 'other'] as const),
]);

function matchStretch(
	sources: readonly Traits[],
	targets: readonly Traits[],
	costs: BlockCosts,
): readonly Match[] {
	const isSame = ({ kind, level }: Traits, index: number): boolean =>
		kind === targets[index]?.kind && level === targets[index]?.level;
	if (sources.length !== targets.length || !sources.every(isSame)) {
		return bestPath(sources.length, targets.length, costs);
	}
	const plain = sources.map((_, index): Match => [index, index]);
	if (sources.every(({ kind }, index) => isLong.has(kind) && costs.fit(index, index))) return plain;
	const cost = costOf(plain, sources.length, targets.length, costs);
	if (cost <= 2 * costs.leastGap + trust) return plain;
	const other = bestPath(sources.length, targets.length, costs);
	return costOf(other, sources.length, targets.length, costs) + trust < cost ? other : plain;
}

import type { Block } from '../model/index.ts';
import { anchorMatches, stretches } from './anchors.ts';
import { bestPath, type Match } from './best-path.ts';
import { createCosts } from './costs.ts';
import { bothWays } from './scale.ts';
import { pairFirstParts } from './splits.ts';
import { traitsOf } from './traits.ts';

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
		const path = bestPath(stretch.sources.length, stretch.targets.length, {
			pair: (i, j) => costs.pair(at(i), to(j)),
			missing: (i) => costs.missing(at(i)),
			extra: (j) => costs.extra(to(j)),
			leastGap: costs.leastGap,
		});
		return path.map(([i, j]): Match => [at(i), to(j)]);
	});
	return [...anchored, ...pairFirstParts(between, ours, theirs, ratio)].sort(([a], [b]) => a - b);
}

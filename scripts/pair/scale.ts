import type { Block } from '../model/index.ts';
import type { Match } from './best-path.ts';

/** How two texts are compared. */
export interface Scale {
	/** The natural logarithm of how much longer the target usually is than the source. */
	readonly ratio: number;
	/** Whether target and source change places while they are compared. */
	readonly turned: boolean;
}

/** Finds what belongs together in two rows of blocks. */
export type MatchRow = (
	sources: readonly Block[],
	targets: readonly Block[],
	scale: Scale,
) => readonly Match[];

/**
 * Makes a search that finds the same whichever of two texts is the source: where two ways are as good, the order of the
 * texts would choose between them.
 */
export function bothWays(
	match: (sources: readonly Block[], targets: readonly Block[], ratio: number) => readonly Match[],
): MatchRow {
	return (sources, targets, { ratio, turned }) => {
		if (!turned) return match(sources, targets, ratio);
		return match(targets, sources, -ratio)
			.map(([target, source]): Match => [source, target])
			.sort(([a], [b]) => a - b);
	};
}

import type { BuildFigure } from './builds.ts';

/**
 * Why a tool need not be tried with a text: a smaller one has shown that it cannot be done within the limit.
 * @param limit in ms
 */
export function hopeless(
	tool: string,
	times: number,
	earlier: readonly BuildFigure[],
	limit: number,
): string | undefined {
	const last = earlier.findLast((one) => one.tool === tool && one.times < times);
	if (last?.fault !== undefined) return `not tried, for ×${last.times} failed`;
	if (last?.ms === undefined) return undefined;
	// No tool gets faster by the page as a book grows, so this is the least that it will take.
	const least = (last.ms * times) / last.times;
	if (least <= limit) return undefined;
	return `not tried, for it would take ${Math.round(least / 1000)} s or more; the limit is ${Math.round(limit / 1000)} s`;
}

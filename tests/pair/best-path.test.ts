import { expect, test } from 'vitest';
import { bestPath, type Costs, costOf } from '../../scripts/pair/best-path.ts';
import { createRandom } from './random-text.ts';

/** Costs in whole quarters, so that sums are exact. */
function randomCosts(sources: number, targets: number, random: () => number): Costs {
	const quarter = (most: number): number => Math.floor(random() * most) / 4;
	const pairs = Array.from({ length: sources * targets }, () =>
		random() < 0.1 ? Number.POSITIVE_INFINITY : quarter(9),
	);
	const [missing, extra] = [sources, targets].map((length) => Array.from({ length }, () => 0.5 + quarter(4)));
	return {
		pair: (i, j) => pairs[i * targets + j] ?? 0,
		missing: (i) => missing?.[i] ?? 0,
		extra: (j) => extra?.[j] ?? 0,
		leastGap: 0.5,
	};
}

/** The least cost of all ways, by trying them. */
function leastCost(i: number, j: number, costs: Costs): number {
	if (i === 0 && j === 0) return 0;
	const paired =
		i > 0 && j > 0 ? leastCost(i - 1, j - 1, costs) + costs.pair(i - 1, j - 1) : Number.POSITIVE_INFINITY;
	const missing = i > 0 ? leastCost(i - 1, j, costs) + costs.missing(i - 1) : Number.POSITIVE_INFINITY;
	const extra = j > 0 ? leastCost(i, j - 1, costs) + costs.extra(j - 1) : Number.POSITIVE_INFINITY;
	return Math.min(paired, missing, extra);
}

test('no way is cheaper than the one found', () => {
	const random = createRandom(7);
	for (let round = 0; round < 200; round += 1) {
		const [sources, targets] = [Math.floor(random() * 6), Math.floor(random() * 8)];
		const costs = randomCosts(sources, targets, random);
		const path = bestPath(sources, targets, costs);
		expect(costOf(path, sources, targets, costs)).toBe(leastCost(sources, targets, costs));
		for (const [index, [i, j]] of path.entries()) {
			const [before = -1, other = -1] = path[index - 1] ?? [];
			expect(i > before && j > other && i < sources && j < targets).toBe(true);
		}
	}
});

test('of ways that cost the same, the last pair is the latest', () => {
	const costs: Costs = { pair: () => 0, missing: () => 1, extra: () => 1, leastGap: 1 };
	expect(bestPath(3, 1, costs)).toEqual([[2, 0]]);
	expect(bestPath(1, 3, costs)).toEqual([[0, 2]]);
});

test('where little differs, little is looked at', () => {
	let looked = 0;
	const length = 5000;
	// The target lacks thing 2000 and has another one at 3000.
	const same = (i: number, j: number): boolean => (i < 2000 ? i === j : i === (j < 3000 ? j + 1 : j));
	const costs: Costs = {
		pair: (i, j) => {
			looked += 1;
			return same(i, j) && j !== 2999 ? 0 : 3;
		},
		missing: () => 1,
		extra: () => 1,
		leastGap: 1,
	};
	const path = bestPath(length, length, costs);
	expect(path).toHaveLength(length - 1);
	expect(path[2500]).toEqual([2501, 2500]);
	expect(path.at(-1)).toEqual([length - 1, length - 1]);
	expect(looked).toBeLessThan(20 * length);
});

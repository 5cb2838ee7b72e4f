import { expect, test } from 'vitest';
import type { BuildFigure } from '../../scripts/bench/builds.ts';
import { hopeless } from '../../scripts/bench/forecast.ts';

const earlier: readonly BuildFigure[] = [
	{ tool: 'a', times: 1, ms: 5000, runs: 3 },
	{ tool: 'b', times: 1, ms: 5000, runs: 3 },
	{ tool: 'a', times: 4, ms: 30_000, runs: 3 },
	{ tool: 'b', times: 4, runs: 0, fault: 'not done after 60 s' },
];

test('a tool is tried while the last figure leaves hope', () => {
	expect(hopeless('a', 16, earlier, 300_000)).toBeUndefined();
	expect(hopeless('new', 16, earlier, 300_000)).toBeUndefined();
	expect(hopeless('a', 1, earlier, 1)).toBeUndefined();
});

test('one that cannot be done in time is not', () => {
	expect(hopeless('a', 52, earlier, 300_000)).toBe(
		'not tried, for it would take 390 s or more; the limit is 300 s',
	);
});

test('one that failed with less is not', () => {
	expect(hopeless('b', 16, earlier, 300_000)).toBe('not tried, for ×4 failed');
});

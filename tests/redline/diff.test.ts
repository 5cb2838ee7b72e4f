import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches } from '../../scripts/redline/diff.ts';

const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ' '), { maxLength: 40 });

test('matches are the same in both rows, and rise in both', () => {
	fc.assert(
		fc.property(rows, rows, (before, now) => {
			let [last, lastNow] = [-1, -1];
			for (const [i, j] of findMatches(before, now)) {
				expect(before[i]).toBe(now[j]);
				expect(i).toBeGreaterThan(last);
				expect(j).toBeGreaterThan(lastNow);
				[last, lastNow] = [i, j];
			}
		}),
	);
});

test('a row without some of its members matches in all others', () => {
	fc.assert(
		fc.property(rows, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (row, kept) => {
			const rest = row.filter((_, index) => kept[index]);
			// Patience may choose longer ways, never with less than half of it.
			expect(findMatches(row, rest).length * 2).toBeGreaterThanOrEqual(rest.length);
			expect(findMatches(row, row)).toHaveLength(row.length);
		}),
	);
});

test('long rows that have nothing in common do not take long', () => {
	const numbers = (from: number) =>
		Array.from({ length: 20_000 }, (_, index) => `w${(index * 7) % 50}-${from}`);
	const start = performance.now();
	expect(findMatches(numbers(1), numbers(2))).toEqual([]);
	expect(performance.now() - start).toBeLessThan(5000);
});

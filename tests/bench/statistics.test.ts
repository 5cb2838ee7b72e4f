import { expect, test } from 'vitest';
import { median, percentile } from '../../scripts/bench/statistics.ts';

test('the median is the middle, in whatever order the values come', () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([10, 9, 2, 1])).toBe(5.5);
	expect(median([7])).toBe(7);
	expect(median([])).toBeNaN();
});

test('a percentile lies between its neighbours in proportion', () => {
	const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
	expect(percentile(values, 0)).toBe(1);
	expect(percentile(values, 0.95)).toBeCloseTo(10.5);
	expect(percentile(values, 1)).toBe(11);
});

test('what is given stays in its order', () => {
	const values = [3, 1, 2];
	median(values);
	expect(values).toEqual([3, 1, 2]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScale, spread } from '../../scripts/bench/scale.ts';

test('equal ratios are equally long', () => {
	const { at } = createScale([67, 3700], 0, 1000);
	expect(at(400) - at(100)).toBeCloseTo(at(1600) - at(400), 0);
	expect(at(67)).toBeGreaterThan(0);
	expect(at(3700)).toBeLessThan(1000);
});

test('the axis ends at round values around all others', () => {
	expect(createScale([67, 3700], 0, 1000).ticks).toEqual([50, 100, 200, 500, 1000, 2000, 5000]);
	expect(createScale([0.06, 9.3], 400, 0).ticks).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]);
});

test('an axis may run upwards', () => {
	const { at } = createScale([0.1, 10], 400, 0);
	expect([at(0.1), at(1), at(10)]).toEqual([400, 200, 0]);
});

test('one value, and none, have an axis too', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0.001, max: 99_999, noNaN: true }), { maxLength: 2 }), (values) => {
			const { at, ticks } = createScale(values, 0, 500);
			expect(ticks.length).toBeGreaterThan(1);
			for (const value of values) {
				expect(at(value)).toBeGreaterThanOrEqual(0);
				expect(at(value)).toBeLessThanOrEqual(500);
			}
		}),
	);
});

test('names keep their distance and their order', () => {
	const places = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(places, (wanted) => {
			const moved = spread(wanted, 17);
			const sorted = moved.toSorted((a, b) => a - b);
			for (const [index, place] of sorted.slice(1).entries())
				expect(place - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-9);
			for (const [a, first] of wanted.entries()) {
				for (const [b, second] of wanted.entries())
					if (first < second) expect(moved[a]).toBeLessThan(moved[b] ?? 0);
			}
		}),
	);
});

test('names that have room stay where they are', () => {
	expect(spread([10, 100, 60], 17)).toEqual([10, 100, 60]);
	expect(spread([50, 50], 10)).toEqual([45, 55]);
});

import { expect, test } from 'vitest';
import { gap, layRows } from '../../scripts/preview/page/rows.js';
import { page } from './support.ts';

const size = { width: 800, height: 1000 };
const window = { width: 1000, height: 700 };
const book = (count: number) => Array.from({ length: count }, (_, index) => page(index));

test('an open book: the first recto alone, then verso and recto face each other', () => {
	const rows = layRows({ pages: book(6), size, spread: true, zoom: 0.5, window });
	expect(rows.pages).toEqual([[0], [1, 2], [3, 4], [5]]);
	expect(rows.place(0)).toEqual({ x: 500, y: gap });
	expect(rows.place(1)).toEqual({ x: 100, y: gap + rows.step });
	expect(rows.place(2)).toEqual({ x: 500, y: gap + rows.step });
	expect(rows.place(5).x).toBe(100);
	expect(rows.rowOf(4)).toBe(2);
	expect(rows.height).toBe(4 * rows.step + gap);
});

test('two rectos in a row never share one', () => {
	const sides = ['recto', 'recto', 'verso', 'verso', 'recto'] as const;
	const rows = layRows({ pages: sides.map((side) => ({ side })), size, spread: true, zoom: 1, window });
	expect(rows.pages).toEqual([[0], [1], [2], [3, 4]]);
});

test('pages alone stand in the middle', () => {
	const rows = layRows({ pages: book(3), size, spread: false, zoom: 0.5, window });
	expect(rows.pages).toEqual([[0], [1], [2]]);
	expect(rows.place(1)).toEqual({ x: 300, y: gap + rows.step });
});

test.each([
	['width', true, (1000 - 2 * gap) / 1600],
	['width', false, (1000 - 2 * gap) / 800],
	['page', false, (700 - 2 * gap) / 1000],
	['page', true, (1000 - 2 * gap) / 1600],
	[1.5, true, 1.5],
] as const)('zoom %s, spread %s', (zoom, spread, scale) => {
	expect(layRows({ pages: book(4), size, spread, zoom, window }).scale).toBeCloseTo(scale);
});

test('what is wider than the window makes the desk wider', () => {
	const rows = layRows({ pages: book(3), size, spread: true, zoom: 1, window });
	expect(rows.width).toBe(1600 + 2 * gap);
	expect(rows.place(1).x).toBe(gap);
});

test('finds the row at any height', () => {
	const rows = layRows({ pages: book(9), size, spread: true, zoom: 0.5, window });
	for (const index of book(9).keys()) {
		const { y } = rows.place(index);
		expect(rows.rowAt(y)).toBe(rows.rowOf(index));
		expect(rows.rowAt(y + rows.step - 1)).toBe(rows.rowOf(index));
	}
	expect(rows.rowAt(-50)).toBe(0);
	expect(rows.rowAt(1e9)).toBe(rows.pages.length - 1);
});

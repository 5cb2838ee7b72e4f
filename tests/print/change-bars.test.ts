import { expect, test } from 'vitest';
import { changeBars, drawBars } from '../../scripts/print/change-bars.ts';
import { geometry } from '../support/edition.ts';

const room = { x: 40, y: 20 };
const page = { changes: [[100, 112] as const, [200, 300] as const] };

test('bars stand on the right of a recto and on the left of a verso, in the margin', () => {
	const [recto] = changeBars(page, 'recto', geometry, room);
	const [verso] = changeBars(page, 'verso', geometry, room);
	const { block, page: whole } = geometry;
	const right = (room.x + block.inner + block.width) * 0.75;
	expect(recto).toEqual([right + 9, 100, right + 10.6, 112]);
	const left = (room.x + whole.width - block.inner - block.width) * 0.75;
	expect(verso?.map((edge) => Math.round(edge * 100) / 100)).toEqual([left - 10.6, 100, left - 9, 112]);
});

test('they stay on the page where the margin is narrow', () => {
	const narrow = { ...geometry, block: { ...geometry.block, inner: 254 } };
	const edge = (room.x + geometry.page.width) * 0.75;
	const [recto] = changeBars(page, 'recto', narrow, room);
	expect(recto?.[2]).toBeLessThan(edge);
});

test('one operator a bar, moved with the page; a page without changes draws nothing', () => {
	const bars = changeBars(page, 'recto', geometry, room);
	const drawn = drawBars(bars, [-30, 5]) ?? '';
	expect(drawn).toMatch(/^q 0 g (?:\S+ \S+ 1\.6 \S+ re ){2}f Q$/);
	expect(drawn).toContain(` 105 1.6 12 re `);
	expect(drawBars([], [0, 0])).toBeUndefined();
	expect(changeBars({}, 'recto', geometry, room)).toEqual([]);
});

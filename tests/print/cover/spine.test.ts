import { expect, test } from 'vitest';
import { spineTitleSize, spineWidth } from '../../../scripts/print/cover/spine.ts';
import { usualPress } from '../../support/edition.ts';

const { press } = usualPress;

function widthOf(pages: number, caliper: number, boards = 0.6): number {
	return spineWidth(pages, { paper: { caliper }, cover: { ...press.cover, boards } });
}

test.each([
	[0, 0.1, 0.6],
	[68, 0.1, 4],
	[892, 0.1, 45.2],
	[892, 0.2, 89.8],
	[67, 0.1, 4],
	[4, 0.03, 0.66],
])('%i pages of %f mm make a spine of %f mm', (pages, caliper, width) => {
	expect(widthOf(pages, caliper)).toBeCloseTo(width, 9);
});

test('what the cover adds is added once', () => {
	expect(widthOf(100, 0.1, 0)).toBeCloseTo(5, 9);
	expect(widthOf(100, 0.1, 5)).toBeCloseTo(10, 9);
});

test('a spine narrower than 6 mm has no text, nor one that shall have none', () => {
	expect(spineTitleSize(5.99, 'auto')).toBeUndefined();
	expect(spineTitleSize(6, 'auto')).toBeGreaterThan(2.5);
	expect(spineTitleSize(30, 'none')).toBeUndefined();
});

test('letters grow with the spine as far as a line of them leaves 1 mm on both sides, to 7 mm', () => {
	for (const width of [6, 8, 10, 10.75]) {
		expect(1.25 * (spineTitleSize(width, 'auto') ?? 0)).toBeCloseTo(width - 2, 9);
	}
	expect(spineTitleSize(60, 'auto')).toBe(7);
});

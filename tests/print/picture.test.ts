import { expect, test } from 'vitest';
import { coverScale } from '../../scripts/print/picture.ts';

test.each([
	['A4', 793, 1122],
	['A6', 396, 559],
	['a square', 793, 793],
	['a page wider than high', 1122, 793],
	['a poster', 3178, 4493],
])('the cover of %s has at least 1600 × 2560 pixels', (_name, width, height) => {
	const scale = coverScale({ width, height });
	expect(Math.floor(width * scale)).toBeGreaterThanOrEqual(1600);
	expect(Math.floor(height * scale)).toBeGreaterThanOrEqual(2560);
	// No larger than it has to be, but for rounding.
	const least = coverScale({ width, height }) - 0.02;
	expect(width * least < 1600 || height * least < 2560).toBe(true);
});

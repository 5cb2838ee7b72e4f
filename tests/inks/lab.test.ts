import { expect, test } from 'vitest';
import {
	chroma,
	fromLinear,
	isNeutral,
	lightness,
	luminance,
	type Rgb,
	toLinear,
} from '../../scripts/inks/lab.ts';

// CIELAB under D50 of colours of sRGB, as Lindbloom's calculator gives them.
test.each([
	[[255, 255, 255], 100, 0],
	[[0, 0, 0], 0, 0],
	[[255, 0, 0], 54.29, 106.84],
	[[0, 255, 0], 87.82, 113.33],
	[[0, 0, 255], 29.57, 131.2],
	[[128, 128, 128], 53.59, 0],
] as const)('%j', (rgb, light, away) => {
	expect(lightness(luminance(rgb))).toBeCloseTo(light, 1);
	expect(chroma(rgb)).toBeCloseTo(away, 0);
});

test('light goes there and back', () => {
	for (let value = 0; value < 256; value++) expect(fromLinear(toLinear(value))).toBeCloseTo(value, 6);
});

test.each<readonly [Rgb, boolean]>([
	[[26, 26, 26], true],
	[[85, 91, 99], true],
	[[185, 195, 207], true],
	[[243, 245, 248], true],
	[[31, 58, 95], false],
	[[255, 248, 240], false],
	[[255, 255, 240], false],
])('whether %j is gray: %s', (rgb, expected) => {
	expect(isNeutral(rgb)).toBe(expected);
});

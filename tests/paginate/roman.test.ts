import { expect, test } from 'vitest';
import { toRoman } from '../../scripts/paginate/roman.ts';

test.each([
	[1, 'i'],
	[3, 'iii'],
	[4, 'iv'],
	[8, 'viii'],
	[9, 'ix'],
	[14, 'xiv'],
	[40, 'xl'],
	[49, 'xlix'],
	[90, 'xc'],
	[444, 'cdxliv'],
	[999, 'cmxcix'],
	[1994, 'mcmxciv'],
	[3888, 'mmmdccclxxxviii'],
])('%i is %s', (value, roman) => {
	expect(toRoman(value)).toBe(roman);
});

test('no two folios are alike', () => {
	const all = Array.from({ length: 2000 }, (_, index) => toRoman(index + 1));
	expect(new Set(all).size).toBe(2000);
});

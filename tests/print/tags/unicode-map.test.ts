import { expect, test } from 'vitest';
import { readToUnicode } from '../../../scripts/print/tags/unicode-map.ts';
import { toUnicode } from '../../../scripts/print/to-unicode.ts';

test('single glyphs and ranges of glyphs are read, over several sections', () => {
	const map = `1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0001> <0041>
<0002><00660066>
endbfchar
1 beginbfrange
<0010> <0012> <4E00>
endbfrange
1 beginbfchar
<0020> <D842DFB7>
endbfchar`;
	expect(readToUnicode(map)).toEqual(
		new Map([
			[1, 'A'],
			[2, 'ff'],
			[0x10, '一'],
			[0x11, '丁'],
			[0x12, '丂'],
			[0x20, '𠮷'],
		]),
	);
});

test('it reads what the writer of such maps writes', () => {
	const coded = new Map(
		Array.from({ length: 250 }, (_, nth) => [nth + 1, String.fromCodePoint(0x4e00 + nth)]),
	);
	const derived = new Map([[999, 'ffi']]);
	const map = toUnicode([...coded.keys(), 999], { coded, derived });
	expect(readToUnicode(map)).toEqual(new Map([...coded, ...derived]));
});

test('what is no map says nothing', () => {
	expect(readToUnicode('').size).toBe(0);
});

import { expect, test } from 'vitest';
import { findUsedGlyphs } from '../../scripts/print/used-glyphs.ts';

const used = (content: string) =>
	Object.fromEntries(
		[...findUsedGlyphs(Buffer.from(content, 'latin1'))].map(([name, glyphs]) => [name, [...glyphs]]),
	);

test('glyphs are two bytes each, by the face before them', () => {
	expect(used('BT /F4 12 Tf <00010002> Tj ET BT /F5 9.5 Tf <01DF> Tj /F4 12 Tf <0003> Tj ET')).toEqual({
		F4: [1, 2, 3],
		F5: [0x1df],
	});
});

test('a list with distances shows all its glyphs', () => {
	expect(used('/F4 12 Tf [<0001> -20.5 <00020003> 3 <0004>] TJ')).toEqual({ F4: [1, 2, 3, 4] });
});

test('replaced text is no glyph', () => {
	expect(used('/F4 12 Tf /Span<</ActualText <feff00ad> >> BDC <0005> Tj EMC <</MCID 0 >>BDC')).toEqual({
		F4: [5],
	});
});

test('a content without text shows nothing', () => {
	expect(used('q 0 0 10 10 re f Q')).toEqual({});
});

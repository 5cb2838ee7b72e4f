import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { readGlyphText } from '../../scripts/fonts/glyph-text.ts';

async function glyphsOf(source: string, text: string, keepFeatures: readonly string[]) {
	const whole = await readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/${source}`));
	const font = create(await subsetFont(whole, text, { targetFormat: 'truetype', keepFeatures }));
	if (font.isCollection) throw new Error('one font was expected');
	return readGlyphText(font);
}

const serif = 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf';

test('glyphs with a code point say it', async () => {
	const { coded } = await glyphsOf(serif, 'fit 2', []);
	expect([...coded.values()]).toEqual(expect.arrayContaining(['f', 'i', 't', '2']));
});

test('ligatures say their letters, figure styles their figures', async () => {
	const { coded, derived } = await glyphsOf(serif, 'fi 2', ['liga', 'onum']);
	const texts = [...derived.values()];
	expect(texts).toContain('2');
	for (const text of texts) expect(text).toMatch(/^[fi2 ]+$/);
	for (const glyph of derived.keys()) expect(coded.has(glyph)).toBe(false);
});

test('a font without substitutions has coded glyphs alone', async () => {
	const { derived } = await glyphsOf(serif, 'ab', []);
	expect(derived.size).toBe(0);
});

test('where two code points share a glyph, the lower is its text', () => {
	const font = {
		characterSet: [0x391, 0x41, 0x61],
		glyphForCodePoint: (point: number) => ({ id: point === 0x61 ? 1 : 2 }),
	};
	expect([...readGlyphText(font).coded]).toEqual([
		[2, 'A'],
		[1, 'a'],
	]);
});

test('ligatures of ligatures are spelt out, and glyph 0 says nothing', () => {
	const points = new Map([
		[0x66, 1],
		[0x69, 2],
		[0x78, 0],
	]);
	const ligature = (first: number, second: number, glyph: number) => ({
		lookupType: 4,
		subTables: [
			{
				coverage: { glyphs: [first] },
				ligatureSets: { toArray: () => [[{ glyph, components: [second] }]] },
			},
		],
	});
	const font = {
		characterSet: [...points.keys()],
		glyphForCodePoint: (point: number) => ({ id: points.get(point) ?? 0 }),
		// The lookup that needs the other's glyph comes first.
		GSUB: { lookupList: { toArray: () => [ligature(10, 2, 11), ligature(1, 1, 10)] } },
	};
	const { coded, derived } = readGlyphText(font);
	expect([...coded.values()]).toEqual(['f', 'i']);
	expect(Object.fromEntries(derived)).toEqual({ 10: 'ff', 11: 'ffi' });
});

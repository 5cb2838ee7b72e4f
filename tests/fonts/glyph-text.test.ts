import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readGlyphText, spellGlyphs } from '../../scripts/fonts/glyph-text.ts';
import { startHarfbuzz } from '../../scripts/fonts/harfbuzz.ts';
import { shapeWith } from './shape-with.ts';

const serif = await readFile(
	createRequire(import.meta.url).resolve(
		'@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
	),
);

function cut(text: string, features: readonly string[]): Uint8Array {
	const points = [...text].map((character) => character.codePointAt(0) ?? 0);
	const font = { length: serif.length, copyTo: (target: Uint8Array) => target.set(serif) };
	return startHarfbuzz().open(font, 'serif').cut({ points, features, drop: [] });
}

test('glyphs with a code point say it', () => {
	expect([...readGlyphText(cut('fit 2', [])).coded.values()]).toEqual([' ', '2', 'f', 'i', 't']);
});

test('ligatures say their letters, figure styles their figures', () => {
	const { coded, derived } = readGlyphText(cut('fi 2', ['liga', 'onum']));
	const texts = [...derived.values()];
	expect(texts).toContain('2');
	for (const text of texts) expect(text).toMatch(/^[fi2 ]+$/);
	for (const glyph of derived.keys()) expect(coded.has(glyph)).toBe(false);
});

test('a shaper that sets a word finds every one of its glyphs spelt', () => {
	const bytes = cut('office 1984', ['liga', 'onum']);
	const { coded, derived } = readGlyphText(bytes);
	const glyphs = shapeWith(bytes, 'office 1984', 'onum');
	expect(glyphs.length).toBeLessThan('office 1984'.length);
	expect(glyphs.map((glyph) => coded.get(glyph) ?? derived.get(glyph)).join('')).toBe('office 1984');
	expect(glyphs.filter((glyph) => derived.has(glyph)).length).toBeGreaterThanOrEqual(5);
});

test('a font without substitutions has coded glyphs alone', () => {
	expect(readGlyphText(cut('ab', [])).derived.size).toBe(0);
});

test('where two code points share a glyph, the lower is its text', () => {
	const points = new Map([
		[0x41, 2],
		[0x61, 1],
		[0x391, 2],
	]);
	expect([...spellGlyphs(points, []).coded]).toEqual([
		[2, 'A'],
		[1, 'a'],
	]);
});

test('ligatures of ligatures are spelt out, and a glyph that says nothing spells none', () => {
	const points = new Map([
		[0x66, 1],
		[0x69, 2],
	]);
	// The one that needs the other's glyph comes first.
	const { coded, derived } = spellGlyphs(points, [
		{ from: [10, 2], to: 11 },
		{ from: [1, 1], to: 10 },
		{ from: [1, 99], to: 12 },
	]);
	expect([...coded.values()]).toEqual(['f', 'i']);
	expect(Object.fromEntries(derived)).toEqual({ 10: 'ff', 11: 'ffi' });
});

import type { GlyphText } from '../model/index.ts';
import { readCharacterMap } from './character-map.ts';
import { readSubstitutions, type Substitution } from './substitutions.ts';
import { readTables } from './tables.ts';

/** A substitution may feed another, but not often. */
const passes = 4;

/** The text that each glyph of a font stands for: ligatures and figure styles too, which have no code point. */
export function readGlyphText(bytes: Uint8Array): GlyphText {
	const tables = readTables(bytes);
	const cmap = tables.get('cmap');
	const gsub = tables.get('GSUB');
	return spellGlyphs(cmap ? readCharacterMap(cmap) : new Map(), gsub ? readSubstitutions(gsub) : []);
}

/** The same from a character map in rising order and a list of substitutions. */
export function spellGlyphs(
	points: ReadonlyMap<number, number>,
	substitutions: readonly Substitution[],
): GlyphText {
	const coded = new Map<number, string>();
	for (const [point, glyph] of points) if (!coded.has(glyph)) coded.set(glyph, String.fromCodePoint(point));
	const text = new Map(coded);
	for (let pass = 0, before = -1; pass < passes && before !== text.size; pass++) {
		before = text.size;
		for (const { from, to } of substitutions) {
			const parts = from.map((glyph) => text.get(glyph));
			if (!text.has(to) && parts.every((part) => part !== undefined)) text.set(to, parts.join(''));
		}
	}
	for (const glyph of coded.keys()) text.delete(glyph);
	return { coded, derived: text };
}

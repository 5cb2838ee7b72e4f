import type { GlyphText } from '../model/index.ts';

/** What this file reads of a font: the character map, and the parsed OpenType substitution table. */
export interface SubstitutionFont {
	readonly characterSet: readonly number[];
	glyphForCodePoint(point: number): { readonly id: number };
	readonly GSUB?: { readonly lookupList: { toArray(): readonly Lookup[] } } | undefined;
}

interface Lookup {
	readonly lookupType: number;
	readonly subTables: readonly SubTable[];
}

interface SubTable {
	readonly coverage: Coverage;
	/** Single substitution (type 1): an offset for all, or one glyph for each. */
	readonly deltaGlyphID?: number;
	readonly substitute?: { toArray(): readonly number[] } | readonly number[];
	/** Ligatures (type 4), by first glyph. */
	readonly ligatureSets?: { toArray(): readonly (readonly Ligature[])[] };
	/** Type 7 wraps another. */
	readonly extension?: SubTable;
	readonly lookupType?: number;
}

interface Coverage {
	readonly glyphs?: readonly number[];
	readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[];
}

interface Ligature {
	readonly glyph: number;
	readonly components: readonly number[];
}

/** Types of GSUB lookups (OpenType 1.9, GSUB). */
const single = 1;
const ligature = 4;
const extension = 7;

/** A substitution may feed another, but not often. */
const passes = 4;

/** The text that each glyph of a font stands for: ligatures and figure styles too, which have no code point. */
export function readGlyphText(font: SubstitutionFont): GlyphText {
	const coded = new Map<number, string>();
	for (const point of [...font.characterSet].sort((a, b) => a - b)) {
		const { id } = font.glyphForCodePoint(point);
		if (id !== 0 && !coded.has(id)) coded.set(id, String.fromCodePoint(point));
	}
	const text = new Map(coded);
	const lookups = font.GSUB?.lookupList.toArray() ?? [];
	for (let pass = 0, before = -1; pass < passes && before !== text.size; pass++) {
		before = text.size;
		for (const lookup of lookups) for (const table of lookup.subTables) apply(table, lookup.lookupType, text);
	}
	for (const glyph of coded.keys()) text.delete(glyph);
	return { coded, derived: text };
}

function apply(table: SubTable, type: number, text: Map<number, string>): void {
	if (type === extension && table.extension) apply(table.extension, table.lookupType ?? 0, text);
	if (type === single) applySingle(table, text);
	if (type === ligature) applyLigatures(table, text);
}

function applySingle(table: SubTable, text: Map<number, string>): void {
	const { substitute, deltaGlyphID: delta } = table;
	const outputs = substitute && 'toArray' in substitute ? substitute.toArray() : substitute;
	covered(table.coverage).forEach((input, index) => {
		const output = outputs ? outputs[index] : (input + (delta ?? 0)) & 0xffff;
		const value = text.get(input);
		if (output !== undefined && value !== undefined && !text.has(output)) text.set(output, value);
	});
}

function applyLigatures(table: SubTable, text: Map<number, string>): void {
	const sets = table.ligatureSets?.toArray() ?? [];
	covered(table.coverage).forEach((first, index) => {
		for (const { glyph, components } of sets[index] ?? []) {
			const parts = [first, ...components].map((id) => text.get(id));
			if (!text.has(glyph) && parts.every((part) => part !== undefined)) text.set(glyph, parts.join(''));
		}
	});
}

function covered(coverage: Coverage): readonly number[] {
	if (coverage.glyphs) return [...coverage.glyphs];
	return (coverage.rangeRecords ?? []).flatMap(({ start, end }) =>
		Array.from({ length: end - start + 1 }, (_, index) => start + index),
	);
}

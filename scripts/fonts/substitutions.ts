import type { Table } from './tables.ts';

/** One glyph put in the place of one or several. */
export interface Substitution {
	readonly from: readonly number[];
	readonly to: number;
}

/** Types of lookups (OpenType 1.9, GSUB). */
const single = 1;
const ligature = 4;
const extension = 7;

/** The single and ligature substitutions of a font, whatever feature or context calls them, in their order. */
export function readSubstitutions({ view, start }: Table): readonly Substitution[] {
	const lookups = start + view.getUint16(start + 8);
	return offsetsAt(view, lookups, lookups).flatMap((lookup) => {
		const type = view.getUint16(lookup);
		return offsetsAt(view, lookup + 4, lookup).flatMap((table) => readTable(view, type, table));
	});
}

function readTable(view: DataView, type: number, table: number): readonly Substitution[] {
	if (type === extension)
		return readTable(view, view.getUint16(table + 2), table + view.getUint32(table + 4));
	if (type === single) return readSingles(view, table);
	return type === ligature ? readLigatures(view, table) : [];
}

function readSingles(view: DataView, table: number): readonly Substitution[] {
	// Format 1 adds a number to every glyph, format 2 lists the glyphs.
	const listed = view.getUint16(table) === 2;
	const delta = view.getInt16(table + 4);
	return coverageAt(view, table).map((glyph, index) => ({
		from: [glyph],
		to: listed ? view.getUint16(table + 6 + index * 2) : (glyph + delta) & 0xffff,
	}));
}

function readLigatures(view: DataView, table: number): readonly Substitution[] {
	const sets = offsetsAt(view, table + 4, table);
	return coverageAt(view, table).flatMap((first, index) => {
		const set = sets[index];
		const ligatures = set === undefined ? [] : offsetsAt(view, set, set);
		return ligatures.map((at) => {
			// The count is that of all glyphs, the first one among them.
			const others = Array.from({ length: view.getUint16(at + 2) - 1 }, (_, place) =>
				view.getUint16(at + 4 + place * 2),
			);
			return { from: [first, ...others], to: view.getUint16(at) };
		});
	});
}

/** The glyphs that a subtable speaks of, in the order of its other lists. */
function coverageAt(view: DataView, table: number): readonly number[] {
	const coverage = table + view.getUint16(table + 2);
	const count = view.getUint16(coverage + 2);
	if (view.getUint16(coverage) === 1)
		return Array.from({ length: count }, (_, index) => view.getUint16(coverage + 4 + index * 2));
	const ranges = Array.from({ length: count }, (_, index) => coverage + 4 + index * 6);
	return ranges.flatMap((range) => {
		const first = view.getUint16(range);
		return Array.from({ length: view.getUint16(range + 2) - first + 1 }, (_, index) => first + index);
	});
}

/** A counted list of two-byte offsets, as places in the file. */
function offsetsAt(view: DataView, at: number, base: number): readonly number[] {
	return Array.from({ length: view.getUint16(at) }, (_, index) => base + view.getUint16(at + 2 + index * 2));
}

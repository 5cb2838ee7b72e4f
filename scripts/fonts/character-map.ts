import type { Table } from './tables.ts';

/** Formats of a character map that say all there is: segments of two bytes, groups of four (OpenType 1.9, cmap). */
const segments = 4;
const groups = 12;

/** What is told of each code point that a font has a glyph for, in rising order. */
export type Visit = (point: number, glyph: number) => void;

/** The glyph's id by code point, in rising order. */
export function readCharacterMap(cmap: Table): ReadonlyMap<number, number> {
	const points = new Map<number, number>();
	visitCharacters(cmap, (point, glyph) => points.set(point, glyph));
	return points;
}

/** Goes through a character map; keeping nothing is quicker, for a Han face has thirty thousand characters. */
export function visitCharacters(cmap: Table, visit: Visit): void {
	const { view, start } = cmap;
	const found = new Map<number, number>();
	for (let index = 0; index < view.getUint16(start + 2); index++) {
		const record = start + 4 + index * 8;
		// Platforms 0 (Unicode) and 3 (Windows) speak of Unicode.
		if (view.getUint16(record) === 1) continue;
		const subtable = start + view.getUint32(record + 4);
		found.set(view.getUint16(subtable), subtable);
	}
	const long = found.get(groups);
	const short = found.get(segments);
	if (long !== undefined) visitGroups(view, long, visit);
	else if (short !== undefined) visitSegments(view, short, visit);
	else throw new Error('A font has no character map of a known format.');
}

function visitGroups(view: DataView, start: number, visit: Visit): void {
	const count = view.getUint32(start + 12);
	for (let group = start + 16; group < start + 16 + count * 12; group += 12) {
		const first = view.getUint32(group);
		const last = view.getUint32(group + 4);
		const glyph = view.getUint32(group + 8);
		for (let point = first; point <= last; point++) if (glyph !== 0) visit(point, glyph + point - first);
	}
}

function visitSegments(view: DataView, start: number, visit: Visit): void {
	const size = view.getUint16(start + 6);
	const ends = start + 14;
	const starts = ends + size + 2;
	const deltas = starts + size;
	const offsets = deltas + size;
	for (let at = 0; at < size; at += 2) {
		const first = view.getUint16(starts + at);
		const delta = view.getUint16(deltas + at);
		const offset = view.getUint16(offsets + at);
		for (let point = first; point <= view.getUint16(ends + at); point++) {
			// An offset counts from its own place.
			const listed = offset === 0 ? point : view.getUint16(offsets + at + offset + (point - first) * 2);
			const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
			// The last segment, U+FFFF, only ends the list.
			if (glyph !== 0 && point !== 0xffff) visit(point, glyph);
		}
	}
}

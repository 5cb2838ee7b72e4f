import type { Table } from './tables.ts';

/** Formats of a character map that say all there is: segments of two bytes, groups of four (OpenType 1.9, cmap). */
const segments = 4;
const groups = 12;

/** Every code point that a font has a glyph for, in rising order, with the glyph's id. */
export function readCharacterMap(cmap: Table): ReadonlyMap<number, number> {
	const { view, start } = cmap;
	const points = new Map<number, number>();
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
	if (long !== undefined) readGroups(view, long, points);
	else if (short !== undefined) readSegments(view, short, points);
	else throw new Error('A font has no character map of a known format.');
	return points;
}

function readGroups(view: DataView, start: number, points: Map<number, number>): void {
	const count = view.getUint32(start + 12);
	for (let group = start + 16; group < start + 16 + count * 12; group += 12) {
		const first = view.getUint32(group);
		const last = view.getUint32(group + 4);
		const glyph = view.getUint32(group + 8);
		for (let point = first; point <= last; point++) if (glyph !== 0) points.set(point, glyph + point - first);
	}
}

function readSegments(view: DataView, start: number, points: Map<number, number>): void {
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
			if (glyph !== 0 && point !== 0xffff) points.set(point, glyph);
		}
	}
}

import { ContentReader } from '../pdf/content-reader.ts';

/** Operators that show text (ISO 32000-1, 9.4.3), by their last operand. */
const showing: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/**
 * Glyph ids that a content stream shows, by the name of the face in its resources. The browser writes two bytes a
 * glyph.
 */
export function findUsedGlyphs(content: Uint8Array): ReadonlyMap<string, ReadonlySet<number>> {
	const used = new Map<string, Set<number>>();
	const reader = new ContentReader(content);
	let face: Set<number> | undefined;
	while (reader.next()) {
		const { operator, operands } = reader;
		if (operator === 'Tf') {
			const name = operands.name(0) ?? '';
			face = used.get(name) ?? new Set();
			used.set(name, face);
		} else if (face && showing.has(operator)) {
			const shown = operands.shown(-1);
			for (let at = 0; at + 1 < shown.length; at += 2) {
				face.add((shown[at] as number) * 256 + (shown[at + 1] as number));
			}
		}
	}
	return used;
}

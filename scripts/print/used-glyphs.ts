/**
 * What a content stream says of text (ISO 32000-1, 9.4.3 and 14.6.2): dictionaries of marked content, in which strings
 * are no glyphs; a face; glyphs, alone or in a list with distances.
 */
const words = /<<.*?>>|\/([^\s/<>[\]()]+)\s+[-\d.]+\s+Tf\b|<([0-9a-f]+)>/gis;

/**
 * Glyph ids that a content stream shows, by the name of the face in its resources. The browser writes every text in
 * hex, two bytes a glyph.
 */
export function findUsedGlyphs(content: string): ReadonlyMap<string, ReadonlySet<number>> {
	const used = new Map<string, Set<number>>();
	let face: Set<number> | undefined;
	for (const [, name, glyphs] of content.matchAll(words)) {
		if (name !== undefined) {
			face = used.get(name) ?? new Set();
			used.set(name, face);
			continue;
		}
		if (glyphs === undefined || !face) continue;
		for (let at = 0; at < glyphs.length; at += 4) face.add(Number.parseInt(glyphs.slice(at, at + 4), 16));
	}
	return used;
}

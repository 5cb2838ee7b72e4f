/** What a content stream of the browser says of text: a face, replaced text, glyphs (ISO 32000-1, 9.4.3 and 14.9.4). */
const words = /\/([^\s/<>[\]()]+) [-\d.]+ Tf\b|\/ActualText <[0-9a-f]*>|<([0-9a-f]+)>(?=[^<]*?T[jJ]\b)/gi;

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

import type { GlyphText } from '../model/index.ts';

/** Entries of one `beginbfchar` section (Adobe Technical Note 5411, 1.4.3). */
const sectionSize = 100;

/**
 * The map that tells what glyphs say (ISO 32000-1, 9.10.3). The browser knows only glyphs that have a code point: a
 * ligature or an old-style figure would be copied as nothing. The cut faces know better, and keep their glyph ids.
 */
export function toUnicode(glyphs: readonly number[], { coded, derived }: GlyphText): string {
	const entries = glyphs.flatMap((glyph) => {
		const text = coded.get(glyph) ?? derived.get(glyph);
		return text === undefined ? [] : [`<${hex(glyph)}> <${utf16(text)}>`];
	});
	const sections: string[] = [];
	for (let start = 0; start < entries.length; start += sectionSize) {
		const part = entries.slice(start, start + sectionSize);
		sections.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
	}
	return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex(value: number): string {
	return value.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(text: string): string {
	return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

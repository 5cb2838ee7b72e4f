import {
	decodePDFRawStream,
	PDFDict,
	type PDFDocument,
	PDFName,
	PDFRawStream,
	PDFRef,
} from '@cantoo/pdf-lib';
import type { FontSet, GlyphText } from '../model/index.ts';

/** Entries of one `beginbfchar` section (Adobe Technical Note 5411, 1.4.3). */
const sectionSize = 100;

/**
 * Tells what the glyphs say (ISO 32000-1, 9.10.3). The browser knows only glyphs that have a code point: a ligature
 * or an old-style figure would be copied as nothing. The cut fonts know better, and keep their glyph ids.
 */
export function setToUnicode(pdf: PDFDocument, fonts: FontSet): void {
	const byName = new Map(fonts.map((face) => [face.postScriptName, face]));
	for (const [, object] of pdf.context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFDict)) continue;
		const map = object.get(PDFName.of('ToUnicode'));
		const name = object.get(PDFName.of('BaseFont'));
		const face =
			name instanceof PDFName ? byName.get(name.decodeText().replace(/^[A-Z]{6}\+/, '')) : undefined;
		if (!(map instanceof PDFRef) || !face) continue;
		const stream = pdf.context.lookup(map);
		if (!(stream instanceof PDFRawStream)) continue;
		const old = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
		pdf.context.assign(map, pdf.context.flateStream(rewrite(old, face.glyphText())));
	}
}

/** The glyphs that the old map names, and those that it could not name, each with its text. */
function rewrite(old: string, { coded, derived }: GlyphText): string {
	const named = mappedGlyphs(old).map((glyph) => [glyph, coded.get(glyph)] as const);
	const entries = [...new Map([...named, ...derived])]
		.sort(([a], [b]) => a - b)
		.flatMap(([glyph, text]) => (text === undefined ? [] : [`<${hex(glyph)}> <${utf16(text)}>`]));
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

function mappedGlyphs(map: string): number[] {
	const glyphs: number[] = [];
	for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
		for (const [, glyph = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>/g))
			glyphs.push(Number.parseInt(glyph, 16));
	}
	for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
		for (const [, first = '', last = ''] of body.matchAll(
			/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<[0-9A-Fa-f]+>|\[[^\]]*\])/g,
		)) {
			for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph++)
				glyphs.push(glyph);
		}
	}
	return glyphs;
}

function hex(value: number): string {
	return value.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(text: string): string {
	return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { FontFace } from '../model/index.ts';
import { capHeightOf } from './cap-height.ts';
import type { UsedFont } from './part.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { toUnicode } from './to-unicode.ts';

const compress = promisify(deflate);

/** Cuts a face to glyphs, which keep their ids: the font file of a PDF. */
export type CutToGlyphs = (face: FontFace, glyphs: readonly number[]) => Promise<Uint8Array>;

/** A face as a PDF embeds it. */
export interface PackedFont {
	/** Of the font file, in bytes, before it was compressed. */
	readonly length: number;
	readonly file: Uint8Array;
	readonly toUnicode: Uint8Array;
}

export type PackFont = (face: FontFace, glyphs: readonly number[]) => Promise<PackedFont>;

/**
 * Writes the objects of one face for a whole book (ISO 32000-1, 9.7): the glyphs of all its parts, and what they say.
 * The name gets the tag of a subset (9.6.4), which follows from the glyphs.
 */
export async function addFont(
	writer: PdfWriter,
	number: number,
	face: FontFace,
	used: UsedFont,
	pack: PackFont,
): Promise<void> {
	const glyphs = Object.keys(used.widths)
		.map(Number)
		.sort((a, b) => a - b);
	const name = `${tagOf(face.postScriptName, glyphs)}+${face.postScriptName}`;
	const [file, descendant, map] = [writer.reserve(), writer.reserve(), writer.reserve()];
	const system = '/CIDSystemInfo <</Registry <41646f6265> /Ordering <4964656e74697479> /Supplement 0>>';
	writer.object(
		number,
		`<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R>>`,
	);
	const descriptor = writer.add(
		`<<${used.descriptor} ${measuresOf(face)} /FontName /${name} /FontFile2 ${file} 0 R>>`,
	);
	writer.object(
		descendant,
		`<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name} ${system} /CIDToGIDMap /Identity /FontDescriptor ${descriptor} 0 R /DW 1000 /W [${widthsOf(used, glyphs)}]>>`,
	);
	const packed = await pack(face, glyphs);
	writer.stream(file, `/Length1 ${packed.length} /Filter /FlateDecode`, packed.file);
	writer.stream(map, '/Filter /FlateDecode', packed.toUnicode);
}

/** Cuts a face to glyphs and compresses what a PDF embeds of it. */
export async function packFont(
	face: FontFace,
	glyphs: readonly number[],
	cut: CutToGlyphs,
): Promise<PackedFont> {
	const bytes = await cut(face, glyphs);
	const text = Buffer.from(toUnicode(glyphs, face.glyphText()), 'latin1');
	const [file, map] = await Promise.all([compress(bytes), compress(text)]);
	return { length: bytes.length, file, toUnicode: map };
}

/** How thick stems are is not known: 0 says so (ISO 32000-2, table 120). */
function measuresOf({ bytes }: FontFace): string {
	const height = capHeightOf(bytes);
	return `/StemV 0${height === undefined ? '' : ` /CapHeight ${height}`}`;
}

/** Runs of glyphs in a row, as `first [w w w]`. */
function widthsOf({ widths }: UsedFont, glyphs: readonly number[]): string {
	let text = '';
	let next = -1;
	for (const glyph of glyphs) {
		if (glyph !== next) text += `${next < 0 ? '' : '] '}${glyph} [`;
		else text += ' ';
		text += widths[glyph] ?? 0;
		next = glyph + 1;
	}
	return next < 0 ? '' : `${text}]`;
}

function tagOf(name: string, glyphs: readonly number[]): string {
	const hash = createHash('sha256')
		.update(`${name} ${glyphs.join(' ')}`)
		.digest();
	return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + ((hash[index] ?? 0) % 26))).join(
		'',
	);
}

import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { writeEntries } from './pdf-syntax.ts';

export interface PartFonts {
	/** Fonts by the object that holds them. */
	readonly faces: ReadonlyMap<PDFRef, PartFont>;
	/** What no book may have, as sentences. */
	readonly faults: readonly string[];
}

export interface PartFont {
	/** PostScript name. */
	readonly name: string;
	/** Width of a glyph, in thousandths of an em. */
	readonly width: (glyph: number) => number;
	/** Entries of the font descriptor that are the same for every cut of the face. */
	readonly descriptor: string;
}

/**
 * Keys of a font descriptor that name the font and its file, and those that the browser guesses from whatever letters
 * a cut holds (i, I, ! and 1; M and X): they are not those of the face.
 */
const ofTheCut = new Set(['/FontName', '/FontFile2', '/StemV', '/CapHeight']);

/** Width of a glyph of which nothing is said (ISO 32000-1, table 117). */
const defaultWidth = 1000;

/**
 * Reads which faces a printed PDF uses and how wide their glyphs are. Every font must be one of the book's, embedded
 * as TrueType: Type 3 is refused by printers, and a font of the machine would look different elsewhere.
 */
export function readFonts(pdf: PDFDocument, names: ReadonlySet<string>): PartFonts {
	const faces = new Map<PDFRef, PartFont>();
	const faults = new Set<string>();
	for (const [ref, font] of pdf.context.enumerateIndirectObjects()) {
		if (!(font instanceof PDFDict) || font.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
		const type = font.get(PDFName.of('Subtype'));
		if (type === PDFName.of('CIDFontType2')) continue;
		const name = plainName(font);
		const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
		const descriptor = descendant?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
		if (type === PDFName.of('Type3')) faults.add('A font is of Type 3.');
		else if (!descendant || !descriptor?.has(PDFName.of('FontFile2'))) {
			faults.add(`The font ${name} is not embedded as TrueType.`);
		} else if (!names.has(name)) faults.add(`The font ${name} is none of the book's.`);
		else {
			const widths = readWidths(descendant);
			const usual = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? defaultWidth;
			faces.set(ref, {
				name,
				width: (glyph) => widths.get(glyph) ?? usual,
				descriptor: writeEntries(descriptor, { ref: () => 'null' }, ofTheCut),
			});
		}
	}
	return { faces, faults: [...faults] };
}

/** The PostScript name without the tag of a subset (ISO 32000-1, 9.6.4). */
function plainName(font: PDFDict): string {
	const name = font.get(PDFName.of('BaseFont'));
	return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : 'without a name';
}

/** The `W` array of a CIDFont: `first [w1 w2 …]` or `first last w` (9.7.4.3). */
function readWidths(font: PDFDict): ReadonlyMap<number, number> {
	const widths = new Map<number, number>();
	const list = font.lookupMaybe(PDFName.of('W'), PDFArray)?.asArray() ?? [];
	for (let at = 0; at < list.length; ) {
		const first = numberOf(list[at]);
		const next = list[at + 1];
		if (next instanceof PDFArray) {
			next.asArray().forEach((width, index) => void widths.set(first + index, numberOf(width)));
			at += 2;
			continue;
		}
		for (let glyph = first; glyph <= numberOf(next); glyph++) widths.set(glyph, numberOf(list[at + 2]));
		at += 3;
	}
	return widths;
}

function numberOf(object: unknown): number {
	return object instanceof PDFNumber ? object.asNumber() : 0;
}

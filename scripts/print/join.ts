import type { PDFDocument } from '@cantoo/pdf-lib';
import type { FontFace } from '../model/index.ts';
import { addDestinations } from './destinations.ts';
import { addFont, type PackFont } from './font-objects.ts';
import type { PageFrame } from './frame.ts';
import { Numbering, referTo } from './numbering.ts';
import type { OutlinePages } from './outline.ts';
import { PageWriter } from './page-objects.ts';
import type { Part, UsedFont } from './part.ts';
import { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { addShell } from './shell.ts';
import { addStructure } from './structure-tree.ts';
import { xmpEntries } from './xmp.ts';

export interface Joinery {
	readonly sheets: readonly Sheet[];
	readonly frame: PageFrame;
	readonly lang: string;
	/** By PostScript name. */
	readonly faces: ReadonlyMap<string, FontFace>;
	readonly pack: PackFont;
	/** A packet of XMP. */
	readonly xmp: Uint8Array;
	/** Metadata, outline and page labels, in a document without pages; `pages` stand for those of the book. */
	readonly finish: (shell: PDFDocument, pages: OutlinePages) => void;
}

/** What a finished PDF holds, for those who check it. */
export interface Joined {
	readonly bytes: Uint8Array;
	readonly pages: number;
	/** What is wrong with its fonts, as sentences. */
	readonly faults: readonly string[];
	/** Ids that a link leads to and no page has. */
	readonly dead: readonly string[];
}

/**
 * Joins printed parts into one PDF: one structure tree with its parent tree, one set of destinations, one font object
 * for each face, each picture once. Its bytes follow from what it is given, and from nothing else.
 */
export async function join(joinery: Joinery): Promise<Joined> {
	const { sheets, frame, lang, faces, pack, xmp, finish } = joinery;
	const [, height] = frame.media;
	const writer = new PdfWriter();
	const numbering = new Numbering(writer, sheets);
	writeParts(writer, numbering);
	const parent = writer.reserve();
	// Keys of annotations stand behind those of the pages.
	const annotationKey = (number: number) => sheets.length + number;
	const pages = new PageWriter(writer, numbering, { parent, frame, annotationKey });
	sheets.forEach((sheet, index) => void pages.write(sheet, index));
	const kids = sheets.map((_, index) => referTo(numbering.pages + index)).join(' ');
	writer.object(parent, `<</Type /Pages /Count ${sheets.length} /Kids [${kids}]>>`);
	const structure = addStructure(writer, numbering, { sheets, frame, lang, annotationKey });
	const { tree, dead } = addDestinations(writer, numbering, { sheets, frame, targets: pages.targets });
	await writeFonts(writer, numbering, { faces, pack });
	const metadata = writer.reserve();
	writer.stream(metadata, xmpEntries, xmp);
	const catalog = [
		`/Pages ${referTo(parent)} /StructTreeRoot ${referTo(structure)}`,
		`/MarkInfo <</Marked true>> /Metadata ${referTo(metadata)}`,
	].join(' ');
	const names = `/Dests ${referTo(tree)}`;
	const shellPages = { first: numbering.pages, count: sheets.length, height };
	const trailer = await addShell(writer, { catalog, names }, shellPages, finish);
	const faults = [...new Set(numbering.parts.flatMap((part) => part.faults))];
	return { bytes: await writer.finish(trailer), pages: sheets.length, faults, dead };
}

/** Writes all of the parts but their pages, the contents of those and their links. */
export function writeParts(writer: PdfWriter, numbering: Numbering): void {
	for (const part of numbering.parts) writeObjects(writer, numbering, part);
}

/** Writes each face that any part uses, once. */
export async function writeFonts(
	writer: PdfWriter,
	numbering: Numbering,
	{ faces, pack }: Pick<Joinery, 'faces' | 'pack'>,
): Promise<void> {
	await Promise.all(
		usedFonts(numbering.parts).map(async ([name, font]) => {
			const face = faces.get(name);
			if (face) await addFont(writer, numbering.font(name), face, font, pack);
		}),
	);
}

/** Writes all of a part but its pages, their contents and their links. */
function writeObjects(writer: PdfWriter, numbering: Numbering, part: Part): void {
	const { objects, streams, own } = numbering.of(part);
	for (const index of own.objects) {
		writer.object(objects[index] ?? 0, numbering.fill(part, part.objects[index] ?? 'null'));
	}
	const contents = new Set(part.pages.map((page) => page.content));
	for (const index of own.streams) {
		const stream = part.streams[index];
		if (!stream || contents.has(index)) continue;
		writer.stream(streams[index] ?? 0, numbering.fill(part, stream.entries), stream.bytes);
	}
}

/** The faces of all parts by name, with the glyphs that any of them shows. */
function usedFonts(parts: readonly Part[]): readonly (readonly [name: string, font: UsedFont])[] {
	const all = new Map<string, { readonly descriptor: string; readonly widths: Record<string, number> }>();
	for (const part of parts) {
		for (const [name, { widths, descriptor }] of Object.entries(part.fonts)) {
			const known = all.get(name) ?? { descriptor, widths: {} };
			Object.assign(known.widths, widths);
			all.set(name, known);
		}
	}
	return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

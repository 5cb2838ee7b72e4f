import { PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Edition, InkModel } from '../model/index.ts';
import { documentProperties, type FileKind, notTrapped } from './document-properties.ts';
import type { PageFrame } from './frame.ts';
import { type Joined, type Joinery, writeFonts, writeParts } from './join.ts';
import { addMarks } from './marks.ts';
import { setMetadata } from './metadata.ts';
import { Numbering, referTo } from './numbering.ts';
import { addOutputIntent, type OutputIntent } from './output-intent.ts';
import { PageWriter } from './page-objects.ts';
import { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { addShell } from './shell.ts';
import { writeXmp, type XmpProperty, xmpEntries } from './xmp.ts';

export interface PressJoinery extends Pick<Joinery, 'faces' | 'pack'> {
	readonly sheets: readonly Sheet[];
	/** Marks are drawn where it has room for them. */
	readonly frame: PageFrame;
	readonly edition: Edition;
	readonly kind: Exclude<FileKind, 'screen'>;
	readonly color: InkModel;
	/** Sets the page labels in a document without pages. */
	readonly labels?: (shell: PDFDocument) => void;
	/** PDF/X-4 asks for one. */
	readonly intent?: OutputIntent;
}

/** ISO 15930-7, 6.3: what the file keeps to. */
const standard = 'PDF/X-4';

const pdfxVersion: XmpProperty = {
	prefix: 'pdfxid',
	namespace: 'http://www.npes.org/pdfx/ns/id/',
	name: 'GTS_PDFXVersion',
	value: standard,
};

const blendingSpaces: Readonly<Record<InkModel, string>> = {
	gray: 'DeviceGray',
	cmyk: 'DeviceCMYK',
	rgb: 'DeviceRGB',
};

/** Joins parts in ink into one file for a printer (ISO 15930-7: PDF/X-4), with marks, and without tags and links. */
export async function joinPress(joinery: PressJoinery): Promise<Joined> {
	const { sheets, frame, edition, kind, color, labels } = joinery;
	// 6.1 of the standard: nothing later than PDF 1.6.
	const writer = new PdfWriter('1.6');
	const numbering = new Numbering(writer, sheets);
	writeParts(writer, numbering);
	const parent = writer.reserve();
	const marks = addMarks(writer, frame, color);
	const pages = new PageWriter(writer, numbering, { parent, frame, marks, blending: blendingSpaces[color] });
	sheets.forEach((sheet, index) => void pages.write(sheet, index));
	const kids = sheets.map((_, index) => referTo(numbering.pages + index)).join(' ');
	writer.object(parent, `<</Type /Pages /Count ${sheets.length} /Kids [${kids}]>>`);
	await writeFonts(writer, numbering, joinery);
	const shellPages = { first: numbering.pages, count: sheets.length, height: frame.media[1] };
	const trailer = await addShell(
		writer,
		{ catalog: await catalogEntries(writer, parent, joinery) },
		shellPages,
		(shell) => {
			setMetadata(shell, edition, kind);
			setPressFacts(shell);
			labels?.(shell);
		},
	);
	const faults = [...new Set(numbering.parts.flatMap((part) => part.faults))];
	return { bytes: await writer.finish(trailer), pages: sheets.length, faults, dead: [] };
}

async function catalogEntries(
	writer: PdfWriter,
	parent: number,
	{ edition, kind, intent }: PressJoinery,
): Promise<string> {
	const metadata = writer.reserve();
	const properties = [...documentProperties(edition, kind), notTrapped, pdfxVersion];
	writer.stream(metadata, xmpEntries, writeXmp(properties));
	const intents = intent
		? ` /OutputIntents [${referTo(await addOutputIntent(writer, intent, 'GTS_PDFX'))}]`
		: '';
	return `/Pages ${referTo(parent)} /Metadata ${referTo(metadata)}${intents}`;
}

/** What a printer's program looks for in the information dictionary (6.11 of the standard, and those before it). */
function setPressFacts({ context }: PDFDocument): void {
	const info = context.lookup(context.trailerInfo.Info, PDFDict);
	info.set(PDFName.of('Trapped'), PDFName.of('False'));
	info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(standard));
}

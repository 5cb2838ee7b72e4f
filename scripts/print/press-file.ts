import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Edition } from '../model/index.ts';
import type { PageFrame } from './frame.ts';
import { type Joined, type Joinery, writeFonts, writeParts } from './join.ts';
import { setMetadata } from './metadata.ts';
import { Numbering, referTo } from './numbering.ts';
import { PageWriter } from './page-objects.ts';
import { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { addShell } from './shell.ts';

/** The printing condition that a file was made for, with its profile. */
export interface OutputIntent {
	/** ICC profile. */
	readonly bytes: Uint8Array;
	readonly channels: 1 | 3 | 4;
	/** What the profile is called. */
	readonly name: string;
	/** Name of a registered printing condition. */
	readonly condition?: string;
}

export interface PressJoinery extends Pick<Joinery, 'faces' | 'pack'> {
	readonly sheets: readonly Sheet[];
	readonly frame: PageFrame;
	readonly edition: Edition;
	/** Sets the page labels in a document without pages. */
	readonly labels: (shell: PDFDocument) => void;
	readonly intent?: OutputIntent;
}

/** Joins parts in ink into one file for a printer (ISO 15930-7, PDF/X-4). */
export async function joinPress(joinery: PressJoinery): Promise<Joined> {
	const { sheets, frame, edition, labels } = joinery;
	const writer = new PdfWriter();
	const numbering = new Numbering(writer, sheets);
	writeParts(writer, numbering);
	const parent = writer.reserve();
	const pages = new PageWriter(writer, numbering, { parent, frame });
	sheets.forEach((sheet, index) => void pages.write(sheet, index));
	const kids = sheets.map((_, index) => referTo(numbering.pages + index)).join(' ');
	writer.object(parent, `<</Type /Pages /Count ${sheets.length} /Kids [${kids}]>>`);
	await writeFonts(writer, numbering, joinery);
	const shellPages = { first: numbering.pages, count: sheets.length, height: frame.media[1] };
	const trailer = await addShell(writer, `/Pages ${referTo(parent)}`, shellPages, (shell) => {
		setMetadata(shell, edition);
		labels(shell);
	});
	const faults = [...new Set(numbering.parts.flatMap((part) => part.faults))];
	return { bytes: await writer.finish(trailer), pages: sheets.length, faults, dead: [] };
}

import type { Archive, Edition, PaginatedBook } from '../model/index.ts';
import { setArchive } from './archive.ts';
import { archiveProperties } from './archive-xmp.ts';
import {
	countParts,
	facesOf,
	openPrinter,
	type PrintOptions,
	placeOf,
	printPages,
	sheetsOf,
	withBars,
} from './book-prints.ts';
import { accessible, documentProperties } from './document-properties.ts';
import { screenFrame } from './frame.ts';
import { type Joined, join } from './join.ts';
import { setMetadata } from './metadata.ts';
import { setOutline } from './outline.ts';
import { setPageLabels } from './page-labels.ts';
import { writeXmp } from './xmp.ts';

export { type CoverOptions, printCover } from './cover/index.ts';
export { takePicture } from './picture.ts';
export { type PressOptions, printPress } from './press.ts';
export { readPrintScripts } from './scripts.ts';
export type { Joined, PrintOptions };

export interface ScreenOptions extends PrintOptions {
	/** Makes it an archive edition. */
	readonly archive?: Archive;
	/** Whether readers can show its first page before they have the rest. */
	readonly linearize?: boolean;
}

export interface PrintedBook extends Joined {
	/** How many parts the file was joined from, and how many of them were printed for it. */
	readonly parts: number;
	readonly printed: number;
}

/**
 * Prints the pages of a book in parts, side by side, and joins the parts to one PDF with metadata, outline and page
 * labels. A part that was printed before is not printed again.
 */
export async function printBook(
	edition: Edition,
	book: PaginatedBook,
	options: ScreenOptions,
): Promise<PrintedBook> {
	const { archive } = options;
	const kind = archive ? 'archive' : edition.proof ? 'changes' : 'screen';
	const printer = openPrinter(edition, book, options);
	const prints = await printPages(book.pages, printer);
	printer.tell();
	const sheets = sheetsOf(book.pages, prints, book);
	const joined = await options.detail('join the parts', () =>
		join({
			sheets: edition.proof ? withBars(sheets, book.pages, edition, book) : sheets,
			frame: screenFrame(book.trim, placeOf(edition, book)),
			lang: edition.languages[0] ?? 'und',
			...facesOf(options),
			xmp: writeXmp([
				...documentProperties(edition, kind),
				accessible,
				...(archive ? archiveProperties(archive.level) : []),
			]),
			finish: (shell, pages) => {
				setMetadata(shell, edition, kind);
				setOutline(shell, edition, book.map, pages);
				setPageLabels(shell, book.pages);
				if (archive) setArchive(shell, archive, edition.metadata.modified);
			},
		}),
	);
	const bytes = options.linearize
		? await options.detail('linearize', () => inReadingOrder(joined.bytes))
		: joined.bytes;
	return { ...joined, bytes, parts: countParts(prints), printed: printer.count() };
}

/** The library is only read where it is asked for. */
async function inReadingOrder(bytes: Uint8Array): Promise<Uint8Array> {
	const { linearize } = await import('./linearize.ts');
	return await linearize(bytes);
}

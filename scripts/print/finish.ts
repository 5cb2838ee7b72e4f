import { PDFDocument } from '@cantoo/pdf-lib';
import type { Edition, PaginatedBook } from '../model/index.ts';
import { setMetadata } from './metadata.ts';
import { setOutline } from './outline.ts';
import { setPageLabels } from './page-labels.ts';

/** Adds to the browser's PDF what it does not know: metadata, outline and page labels. Loads and saves once. */
export async function finishPdf(
	bytes: Uint8Array,
	edition: Edition,
	book: PaginatedBook,
): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	setMetadata(pdf, edition);
	setOutline(pdf, edition.toc, book.map);
	setPageLabels(pdf, book.pages);
	return await pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

import { PDFDocument } from '@cantoo/pdf-lib';
import type { Edition, FontSet, PaginatedBook } from '../model/index.ts';
import { setMetadata } from './metadata.ts';
import { setOutline } from './outline.ts';
import { setPageLabels } from './page-labels.ts';
import { mendSoftHyphens } from './soft-hyphens.ts';
import { setToUnicode } from './to-unicode.ts';

/** Sees the finished document before it is saved, so that no one has to read it again. */
export type Inspect = (pdf: PDFDocument) => void;

/** Adds to the browser's PDF what it does not know: what the glyphs say, metadata, outline, page labels. Loads and saves once. */
export async function finishPdf(
	bytes: Uint8Array,
	edition: Edition,
	book: PaginatedBook,
	{ fonts, inspect }: { readonly fonts: FontSet; readonly inspect: Inspect },
): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	setToUnicode(pdf, fonts);
	mendSoftHyphens(pdf);
	setMetadata(pdf, edition);
	setOutline(pdf, edition.toc, book.map);
	setPageLabels(pdf, book.pages);
	inspect(pdf);
	return await pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

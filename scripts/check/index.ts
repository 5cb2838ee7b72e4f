import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Reporter } from '../diagnostics/index.ts';
import { checkFonts } from './fonts.ts';
import { checkLinks } from './links.ts';

export interface CheckOptions {
	/** Name of the file, for messages. */
	readonly name: string;
	/** How many pages it must have. */
	readonly pages: number;
	/** PostScript names of the book's faces. */
	readonly fonts: ReadonlySet<string>;
	readonly report: Reporter;
}

/** Looks at a PDF that is about to be saved: its fonts, its links, the number of its pages. */
export function checkPdf(pdf: PDFDocument, { name, pages, fonts, report }: CheckOptions): void {
	const count = pdf.getPageCount();
	if (count !== pages) report('pdf-pages', `The PDF has ${count} pages, not ${pages}.`, name);
	for (const message of checkFonts(pdf, fonts)) report('pdf-font', message, name);
	for (const message of checkLinks(pdf)) report('pdf-link', message, name);
}

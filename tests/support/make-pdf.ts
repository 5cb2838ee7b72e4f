import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { onTestFinished } from 'vitest';

/** A PDF of empty pages. */
export async function emptyPdf(pages: number): Promise<PDFDocument> {
	const pdf = await PDFDocument.create({ updateMetadata: false });
	for (let page = 0; page < pages; page++) pdf.addPage([595, 842]);
	return pdf;
}

/** A PDF through the eyes of another library than the one that wrote it. */
export async function openPdf(source: PDFDocument | Uint8Array): Promise<PDFDocumentProxy> {
	const bytes = source instanceof PDFDocument ? await source.save() : source;
	const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
	onTestFinished(() => task.destroy());
	return await task.promise;
}

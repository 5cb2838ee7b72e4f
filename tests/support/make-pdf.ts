import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
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

/** Puts a link to a named destination on a page, as Chromium writes them. */
export function addLink(pdf: PDFDocument, page: number, destination: string): void {
	const link = pdf.context.obj({
		Type: 'Annot',
		Subtype: 'Link',
		Rect: [0, 0, 10, 10],
		Dest: PDFName.of(destination),
	});
	pdf.getPage(page).node.addAnnot(pdf.context.register(link));
}

/** Puts a link to an address of the web on a page. */
export function addWebLink(pdf: PDFDocument, page: number, address: string): void {
	const link = pdf.context.obj({
		Type: 'Annot',
		Subtype: 'Link',
		Rect: [0, 0, 10, 10],
		A: { S: 'URI', URI: PDFString.of(address) },
	});
	pdf.getPage(page).node.addAnnot(pdf.context.register(link));
}

/** Names the tops of pages. */
export function addDestinations(pdf: PDFDocument, names: Readonly<Record<string, number>>): void {
	const entries = Object.entries(names).map(
		([name, page]) => [name, [pdf.getPage(page).ref, 'Fit']] as const,
	);
	pdf.catalog.set(PDFName.of('Dests'), pdf.context.register(pdf.context.obj(Object.fromEntries(entries))));
}

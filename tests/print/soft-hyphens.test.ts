import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { mendSoftHyphens } from '../../scripts/print/soft-hyphens.ts';
import { emptyPdf } from '../support/make-pdf.ts';

/** What becomes of a page's content. */
async function mend(content: string): Promise<string> {
	const pdf = await emptyPdf(1);
	const bytes = Buffer.from(content, 'latin1');
	pdf.getPage(0).node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(bytes)));
	mendSoftHyphens(pdf);
	const again = await PDFDocument.load(await pdf.save());
	const stream = again.context.lookup(again.getPage(0).node.get(PDFName.of('Contents')));
	if (!(stream instanceof PDFRawStream)) throw new Error('The page has lost its content.');
	return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

const span = (text: string) => `/Span<</ActualText <feff${text}> >> BDC (x) Tj EMC`;

test('breaks that were not made are not told of', async () => {
	expect(await mend(span('0067006f00ad0076'))).toBe(span('0067006f0076'));
	expect(await mend(span('00ad'))).toBe(span(''));
});

test('a break that was made is a soft hyphen', async () => {
	expect(await mend(span('2010'))).toBe(span('00ad'));
});

test('a hyphen among other text is the author’s', async () => {
	expect(await mend(span('006120100062'))).toBe(span('006120100062'));
});

test('units are taken whole, not across: U+1200 U+AD41 holds no soft hyphen', async () => {
	expect(await mend(span('1200ad41'))).toBe(span('1200ad41'));
});

test('all else stays, byte for byte', async () => {
	const content = '(\xe4\xff\x00) Tj /ActualText (other) <feff00ad> Tj';
	expect(await mend(content)).toBe(content);
});

test('a page without content is passed over', async () => {
	const pdf = await emptyPdf(1);
	expect(() => mendSoftHyphens(pdf)).not.toThrow();
});

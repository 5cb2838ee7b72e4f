import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { checkLinks } from '../../scripts/check/links.ts';
import { addDestinations, addLink, addWebLink, emptyPdf } from '../support/make-pdf.ts';

async function check(pdf: PDFDocument): Promise<readonly string[]> {
	return checkLinks(await PDFDocument.load(await pdf.save()));
}

test('a PDF without links has no faults', async () => {
	expect(await check(await emptyPdf(2))).toEqual([]);
});

test('links to what is there, and to the web, are sound', async () => {
	const pdf = await emptyPdf(2);
	addDestinations(pdf, { 'zh-a': 1, 'zh-注释': 0 });
	addLink(pdf, 0, 'zh-a');
	addLink(pdf, 1, 'zh-注释');
	addWebLink(pdf, 0, 'https://example.org/#none');
	expect(await check(pdf)).toEqual([]);
});

test('a dead link is named, once, on whatever page', async () => {
	const pdf = await emptyPdf(3);
	addDestinations(pdf, { 'zh-a': 1 });
	addLink(pdf, 0, 'zh-a');
	addLink(pdf, 2, 'zh-gone');
	addLink(pdf, 1, 'zh-gone');
	expect(await check(pdf)).toEqual(['A link leads to "zh-gone", which is not in the document.']);
});

test('without any destinations every inner link is dead', async () => {
	const pdf = await emptyPdf(1);
	addLink(pdf, 0, 'a');
	addLink(pdf, 0, 'b');
	expect(await check(pdf)).toHaveLength(2);
});

test('a link by action is followed too', async () => {
	const pdf = await emptyPdf(1);
	addDestinations(pdf, { a: 0 });
	for (const name of ['a', 'gone']) {
		const action = { S: 'GoTo', D: PDFName.of(name) };
		const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 1, 1], A: action });
		pdf.getPage(0).node.addAnnot(pdf.context.register(link));
	}
	expect(await check(pdf)).toEqual(['A link leads to "gone", which is not in the document.']);
});

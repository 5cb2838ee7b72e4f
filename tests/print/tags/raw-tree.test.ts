import { type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readRawTags } from '../../../scripts/print/tags/raw-tree.ts';
import { emptyPdf } from '../../support/make-pdf.ts';

async function pdfOf(...elements: readonly ((pdf: PDFDocument) => unknown)[]) {
	const pdf = await emptyPdf(1);
	const add = (object: unknown) => pdf.context.register(pdf.context.obj(object as never));
	const document = add({ S: 'Document', K: elements.map((one) => one(pdf)) });
	pdf.catalog.set(PDFName.of('StructTreeRoot'), add({ Type: 'StructTreeRoot', K: document }));
	return pdf;
}

test('content is found in each of its forms, and annotations; other kids are nothing', async () => {
	const annotation = PDFRef.of(77);
	const kids = [
		0,
		{ Type: 'MCR', MCID: 1 },
		{ Type: 'OBJR', Obj: annotation },
		{ Type: 'Odd' },
		{ S: 'Em', K: 2 },
	];
	const [tag, ...others] = readRawTags(await pdfOf(() => ({ S: 'P', K: kids })));
	expect(others).toEqual([]);
	expect(tag).toMatchObject({
		type: 'P',
		kids: [{ mcid: 0 }, { mcid: 1 }, { annotation }, { type: 'Em', kids: [{ mcid: 2 }] }],
	});
});

test('languages become marks, and texts are read in both ways of writing', async () => {
	const tags = readRawTags(
		await pdfOf(
			() => ({ S: 'Figure', Lang: PDFString.of('zh-x-image-n4'), Alt: PDFHexString.fromText('圖') }),
			() => ({ S: 'P', Lang: PDFHexString.fromText('fr') }),
		),
	);
	expect(tags.map(({ mark, alt }) => [mark.lang, mark.kind, mark.index, alt])).toEqual([
		['zh', 'image', 4, '圖'],
		['fr', undefined, undefined, undefined],
	]);
});

test('attributes of one owner or of several are read, numbers and names', async () => {
	const [one, several] = readRawTags(
		await pdfOf(
			() => ({ S: 'TH', A: { O: 'Table', Scope: 'Row', ColSpan: 2, Headers: ['x'] } }),
			(pdf) => ({
				S: 'TD',
				A: [pdf.context.register(pdf.context.obj({ O: 'Table', RowSpan: 3 })), { O: 'List' }],
			}),
		),
	);
	expect(one?.attributes).toEqual({ O: 'Table', Scope: 'Row', ColSpan: 2 });
	expect(several?.attributes).toMatchObject({ RowSpan: 3 });
});

test('a file without a tree has none', async () => {
	expect(readRawTags(await emptyPdf(1))).toEqual([]);
	const pdf = await emptyPdf(1);
	pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj({ Type: 'StructTreeRoot' }));
	expect(readRawTags(pdf)).toEqual([]);
});

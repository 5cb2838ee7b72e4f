import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { checkFonts } from '../../scripts/check/fonts.ts';
import { emptyPdf } from '../support/make-pdf.ts';

/** Names of the book's faces. */
const own = new Set(['Helvetica', 'Han']);

async function again(pdf: PDFDocument): Promise<PDFDocument> {
	return await PDFDocument.load(await pdf.save());
}

test('a PDF without fonts has no faults', async () => {
	expect(checkFonts(await emptyPdf(1), own)).toEqual([]);
});

test.each(['FontFile', 'FontFile2', 'FontFile3'])('a font with %s is embedded', async (key) => {
	const pdf = await emptyPdf(1);
	const file = pdf.context.register(pdf.context.flateStream('font'));
	pdf.context.register(pdf.context.obj({ Type: 'FontDescriptor', FontName: 'AAAAAA+Serif', [key]: file }));
	expect(checkFonts(await again(pdf), own)).toEqual([]);
});

test('a font that is not embedded is named, once', async () => {
	const pdf = await emptyPdf(1);
	for (let i = 0; i < 2; i++)
		pdf.context.register(pdf.context.obj({ Type: 'FontDescriptor', FontName: 'Arial#20Bold' }));
	expect(checkFonts(await again(pdf), own)).toHaveLength(1);
	expect(checkFonts(await again(pdf), own)[0]).toMatch(/Arial.*not embedded/);
});

test('a standard font, which has no descriptor at all, is not embedded either', async () => {
	const pdf = await emptyPdf(1);
	pdf.getPage(0).drawText('Hello', { font: await pdf.embedFont(StandardFonts.Helvetica) });
	expect(checkFonts(await again(pdf), own)).toEqual(['The font Helvetica is not embedded.']);
});

test('a Type 3 font is found', async () => {
	const pdf = await emptyPdf(1);
	pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'Type3', FontMatrix: [1, 0, 0, 1, 0, 0] }));
	expect(checkFonts(await again(pdf), own)).toEqual(['A font is of Type 3.']);
});

test('a composite font is embedded by its descendant', async () => {
	const pdf = await emptyPdf(1);
	const { context } = pdf;
	const file = context.register(context.flateStream('font'));
	const descriptor = context.register(
		context.obj({ Type: 'FontDescriptor', FontName: 'Han', FontFile2: file }),
	);
	const descendant = context.obj({
		Type: 'Font',
		Subtype: 'CIDFontType2',
		BaseFont: 'Han',
		FontDescriptor: descriptor,
	});
	const descendants = [context.register(descendant)];
	context.register(
		context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'Han', DescendantFonts: descendants }),
	);
	expect(checkFonts(await again(pdf), own)).toEqual([]);
});

test('a font of the machine is none of the book’s', async () => {
	const pdf = await emptyPdf(1);
	pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'AAAAAA+DejaVuSans' }));
	pdf.context.register(
		pdf.context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'BAAAAA+SourceSerif4-Regular' }),
	);
	expect(checkFonts(await again(pdf), new Set(['SourceSerif4-Regular']))).toEqual([
		"The font DejaVuSans is none of the book's.",
	]);
});

import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readFonts } from '../../scripts/print/part-fonts.ts';
import { emptyPdf } from '../support/make-pdf.ts';
import { addFont } from './printed.ts';

/** Names of the book's faces. */
const own = new Set(['Helvetica', 'Han']);

async function fontsOf(pdf: PDFDocument) {
	return readFonts(await PDFDocument.load(await pdf.save()), own);
}

test('a PDF without fonts has no faults', async () => {
	expect(await fontsOf(await emptyPdf(1))).toEqual({ faces: new Map(), faults: [] });
});

test('a face is known by its name without the tag, with the widths of its glyphs', async () => {
	const pdf = await emptyPdf(1);
	addFont(pdf, 'Han');
	const { faces, faults } = await fontsOf(pdf);
	const [face] = [...faces.values()];
	expect(faults).toEqual([]);
	expect(face?.name).toBe('Han');
	expect([0, 1, 2, 3, 7, 8, 9, 10].map((glyph) => face?.width(glyph))).toEqual([
		0, 500, 600, 0, 250, 250, 250, 0,
	]);
	expect(face?.descriptor).toBe('/Type /FontDescriptor /Flags 4 /ItalicAngle 0 /Ascent 900');
});

test('a font whose file is no TrueType is a fault, told once', async () => {
	const pdf = await emptyPdf(1);
	for (let nth = 0; nth < 2; nth++)
		addFont(pdf, 'Han', { FontFile3: pdf.context.register(pdf.context.flateStream('')) });
	expect((await fontsOf(pdf)).faults).toEqual(['The font Han is not embedded as TrueType.']);
});

test('a standard font, which has no descriptor at all, is not embedded either', async () => {
	const pdf = await emptyPdf(1);
	pdf.getPage(0).drawText('Hello', { font: await pdf.embedFont(StandardFonts.Helvetica) });
	expect((await fontsOf(pdf)).faults).toEqual(['The font Helvetica is not embedded as TrueType.']);
});

test('a Type 3 font is a fault', async () => {
	const pdf = await emptyPdf(1);
	pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'Type3', FontMatrix: [1, 0, 0, 1, 0, 0] }));
	expect((await fontsOf(pdf)).faults).toEqual(['A font is of Type 3.']);
});

test('a font of the machine is none of the book’s', async () => {
	const pdf = await emptyPdf(1);
	addFont(pdf, 'DejaVuSans');
	addFont(pdf, 'Han');
	const { faces, faults } = await fontsOf(pdf);
	expect(faults).toEqual(["The font DejaVuSans is none of the book's."]);
	expect([...faces.values()].map(({ name }) => name)).toEqual(['Han']);
});

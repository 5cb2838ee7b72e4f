import { decodePDFRawStream, type PDFDocument, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { FontFace } from '../../scripts/model/index.ts';
import { setToUnicode } from '../../scripts/print/to-unicode.ts';
import { emptyPdf } from '../support/make-pdf.ts';

const face: FontFace = {
	family: 'Serif',
	weight: 400,
	style: 'normal',
	file: 'serif-400.ttf',
	bytes: new Uint8Array(),
	postScriptName: 'Serif-Regular',
	digest: '',
	shape: '',
	glyphText: () => ({
		coded: new Map([
			[1, 'a'],
			[2, '人'],
			[3, '𠮷'],
			[4, 'z'],
		]),
		derived: new Map([[9, 'ffi']]),
	}),
};

function addFont(pdf: PDFDocument, name: string, map: string): PDFRef {
	const stream = pdf.context.register(pdf.context.flateStream(map));
	pdf.context.register(
		pdf.context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: name, ToUnicode: stream }),
	);
	return stream;
}

function mapOf(pdf: PDFDocument, ref: PDFRef): string {
	const stream = pdf.context.lookup(ref);
	if (!(stream instanceof PDFRawStream)) throw new Error('There is no map.');
	return new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
}

async function rewritten(map: string, name = 'ABCDEF+Serif-Regular'): Promise<string> {
	const pdf = await emptyPdf(1);
	const ref = addFont(pdf, name, map);
	setToUnicode(pdf, [face]);
	return mapOf(pdf, ref);
}

test('glyphs that the map names get the text of the cut font, a radical the character', async () => {
	const map = await rewritten('1 beginbfchar\n<0001> <0061>\n<0002> <2F08>\nendbfchar');
	expect(map).toContain('<0001> <0061>\n<0002> <4EBA>');
	expect(map).not.toContain('<0004>');
});

test('ranges are read too, and text beyond the first plane is written as a pair', async () => {
	const map = await rewritten('1 beginbfrange\n<0001> <0003> <0061>\nendbfrange');
	for (const entry of ['<0001> <0061>', '<0002> <4EBA>', '<0003> <D842DFB7>']) expect(map).toContain(entry);
});

test('a ligature, which the browser cannot name, says all its letters', async () => {
	expect(await rewritten('1 beginbfchar\n<0001> <0061>\nendbfchar')).toContain('<0009> <006600660069>');
});

test('the number of entries stands before them, at most a hundred', async () => {
	const pdf = await emptyPdf(1);
	const many = new Map(Array.from({ length: 150 }, (_, index) => [index + 1, 'x'] as const));
	const ref = addFont(pdf, 'Serif-Regular', '');
	setToUnicode(pdf, [{ ...face, glyphText: () => ({ coded: new Map(), derived: many }) }]);
	expect(mapOf(pdf, ref).match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '50 beginbfchar']);
});

test('a font that is not ours keeps its map', async () => {
	const map = '1 beginbfchar\n<0001> <0041>\nendbfchar';
	expect(await rewritten(map, 'ABCDEF+Other')).toBe(map);
});

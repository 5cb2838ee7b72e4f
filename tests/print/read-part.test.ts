import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Part } from '../../scripts/print/part.ts';
import { readPart } from '../../scripts/print/read-part.ts';
import { emptyPdf } from '../support/make-pdf.ts';
import { addFont, fontName, printedPart, printedPdf, seen } from './printed.ts';

const contentOf = ({ pages, streams }: Part, page: number) =>
	inflateSync(streams[pages[page]?.content ?? -1]?.bytes ?? new Uint8Array()).toString('latin1');

test('a page keeps its content, its resources and its anchors', async () => {
	const part = await printedPart([{ glyphs: [1, 2] }, { glyphs: [2] }], [{}, { a: [10, 20] }]);
	expect(part.size).toEqual([595, 842]);
	expect(contentOf(part, 0)).toContain('<0001> Tj');
	expect(part.pages.map((page) => page.resources.Font)).toEqual([
		{ F4: `@f${fontName};` },
		{ F4: `@f${fontName};` },
	]);
	expect(part.pages.map((page) => page.anchors)).toEqual([{}, { a: [10, 20] }]);
	expect(part.faults).toEqual([]);
});

test('only the glyphs that are shown are named, with their widths', async () => {
	const { fonts } = await printedPart([{ glyphs: [2, 1] }, { glyphs: [8, 2] }]);
	expect(fonts[fontName]?.widths).toEqual({ 1: 500, 2: 600, 8: 250 });
});

test('a link inside the book is known by its id, whatever letters that has; one into the web by its address', async () => {
	const { annotations } = await printedPart([
		{ glyphs: [1], links: ['#a', '#注 100%', 'https://example.org/#a'] },
	]);
	expect(annotations.map(({ target }) => target)).toEqual(['a', '注 100%', undefined]);
	expect(annotations.map(({ address }) => address)).toEqual([undefined, undefined, 'https://example.org/#a']);
	for (const { entries } of annotations) expect(entries).not.toMatch(/StructParent|Rect|\/A |URI/);
});

test('what a link is called comes from its address', async () => {
	const { annotations } = await printedPart([{ glyphs: [1], links: ['#a', 'https://example.org/'] }]);
	expect(annotations.map(({ name }) => name)).toEqual(['to #a', 'to https://example.org/']);
});

test('each page has its elements, which count content and links from the page and the part', async () => {
	const part = await printedPart([
		{ glyphs: [1] },
		{ glyphs: [2], links: ['#a'], type: 'H1' },
		{ glyphs: [1], links: ['#b', '#c'], mark: 'plain-more' },
	]);
	const link = (index: number) => ({ type: 'Link', kids: [{ link: index }] });
	expect(part.pages.map(({ tags }) => tags.flow)).toEqual([
		[{ type: 'P', lang: 'en', kids: [0] }],
		[{ type: 'H1', lang: 'en', kids: [0, link(0)] }],
		[{ type: 'P', lang: 'en', continued: true, kids: [0, link(1), link(2)] }],
	]);
	expect(part.pages.map(({ tags }) => tags.notes)).toEqual([[], [], []]);
	expect(part.pages.map(({ annotations }) => annotations)).toEqual([[], [0], [1, 2]]);
});

test('words of one link side by side are one annotation, which its element names once', async () => {
	const pdf = await PDFDocument.load(await printedPdf([{ glyphs: [1], links: ['#a', '#a', '#b'] }]));
	const annotations = pdf.getPage(0).node.Annots()?.asArray() ?? [];
	const rects = [
		[100, 690, 150, 710],
		[151, 690, 180, 710],
		[182, 690, 190, 710],
	];
	annotations.forEach((ref, nth) => {
		const link = pdf.context.lookup(ref, PDFDict);
		link.set(PDFName.of('Rect'), pdf.context.obj(rects[nth] ?? []));
	});
	const part = await readPart(await pdf.save(), () => seen(), new Set([fontName]));
	expect(part.annotations.map(({ rect, target }) => [target, rect])).toEqual([
		['a', [100, 690, 180, 710]],
		['b', [182, 690, 190, 710]],
	]);
	expect(part.pages[0]?.annotations).toEqual([0, 1]);
});

test('content that no element owns becomes an artifact', async () => {
	const pdf = await PDFDocument.load(await printedPdf([{ glyphs: [1], gradient: 5 }]));
	pdf.catalog.delete(PDFName.of('StructTreeRoot'));
	const part = await readPart(await pdf.save(), () => seen(), new Set([fontName]));
	expect(part.pages[0]?.tags).toEqual({ flow: [], notes: [] });
	expect(contentOf(part, 0)).not.toContain('MCID');
	expect(contentOf(part, 0).match(/\/Artifact BMC/g)).toHaveLength(2);
});

test('a content in several streams is one, and is mended as one', async () => {
	const pdf = await emptyPdf(1);
	const piece = (text: string) => pdf.context.register(pdf.context.flateStream(text));
	const pieces = [piece('/P <</MCID 0>> BDC /Span<</ActualText <feff00ad> >> BDC'), piece('EMC EMC')];
	pdf.getPage(0).node.set(PDFName.of('Contents'), pdf.context.obj(pieces));
	const part = await readPart(await pdf.save(), () => seen(), new Set());
	expect(contentOf(part, 0)).toBe(' /Artifact BMC /Span<</ActualText <feff> >> BDC\nEMC EMC');
});

test('text that a form draws is mended too, and its glyphs are known', async () => {
	const pdf = await emptyPdf(1);
	const { context } = pdf;
	const font = addFont(pdf, fontName);
	const text = '/Span<</ActualText <feff2010> >> BDC BT /F1 9 Tf <0007> Tj ET EMC';
	const form = context.flateStream(text, {
		Type: 'XObject',
		Subtype: 'Form',
		Resources: { Font: { F1: font } },
	} as never);
	const page = pdf.getPage(0).node;
	page.set(PDFName.of('Resources'), context.obj({ XObject: { X1: context.register(form) } } as never));
	page.set(PDFName.of('Contents'), context.register(context.flateStream('/X1 Do')));
	const part = await readPart(await pdf.save(), () => seen(), new Set([fontName]));
	const stream = part.streams.find(({ entries }) => entries.includes('/Subtype /Form'));
	expect(inflateSync(stream?.bytes ?? new Uint8Array()).toString()).toContain('<feff00ad>');
	expect(stream?.entries.match(/\/Filter/g)).toHaveLength(1);
	expect(part.fonts[fontName]?.widths).toEqual({ 7: 250 });
});

test('a pattern is kept with its matrix apart', async () => {
	const part = await printedPart([{ glyphs: [1], gradient: 12.5 }]);
	expect(part.pages[0]?.patterns.P5?.matrix).toEqual([0.75, 0, 0, -0.75, 12.5, 842]);
	expect(part.pages[0]?.patterns.P5?.entries).not.toContain('Matrix');
	expect(part.pages[0]?.resources).not.toHaveProperty('Pattern');
});

test('what the document as a whole says is left out: dates and catalogue', async () => {
	const pdf = await PDFDocument.load(await printedPdf([{ glyphs: [1] }]));
	pdf.setCreationDate(new Date(0));
	pdf.catalog.set(PDFName.of('Lang'), PDFString.of('fr'));
	const text = JSON.stringify(await readPart(await pdf.save(), () => seen(), new Set([fontName])));
	expect(text).toBe(JSON.stringify(await printedPart([{ glyphs: [1] }])));
});

test('a page without content or structure is one all the same', async () => {
	const part = await readPart(await (await emptyPdf(1)).save(), () => seen(), new Set());
	expect(part.pages).toEqual([
		{
			resources: {},
			patterns: {},
			annotations: [],
			tags: { flow: [], notes: [] },
			anchors: {},
			pictures: [],
		},
	]);
});

import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Part } from '../../scripts/print/part.ts';
import { readPart } from '../../scripts/print/read-part.ts';
import { emptyPdf } from '../support/make-pdf.ts';
import { addFont, fontName, printedPart, printedPdf } from './printed.ts';

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
	expect(annotations[2]?.entries).toContain(
		`/URI <${Buffer.from('https://example.org/#a').toString('hex')}>`,
	);
	expect(annotations[0]?.entries).not.toContain('/A ');
	for (const { entries } of annotations) expect(entries).not.toMatch(/StructParent|Rect/);
});

test('the structure below the document is kept, and nested number trees are read', async () => {
	const part = await printedPart([{ glyphs: [1] }, { glyphs: [2], links: ['#a'] }, { glyphs: [1] }]);
	expect(part.roots).toHaveLength(3);
	expect(part.pages.map(({ parents }) => parents)).toEqual(part.roots.map((root) => [root]));
	expect(part.annotations.map(({ parent }) => parent)).toEqual([part.roots[1]]);
	const element = part.objects[part.roots[1] ?? -1];
	expect(element).toContain('/P @d;');
	expect(element).toContain('/Pg @p1; /MCID 0');
	expect(element).toContain('/Obj @a0;');
});

test('names of elements are holes, where they are given and where they are used', async () => {
	const part = await printedPart([{ glyphs: [1] }, { glyphs: [1] }]);
	expect(part.named).toEqual([part.roots[0]]);
	expect(part.objects[part.roots[0] ?? -1]).toContain('/ID @n0;');
	expect(part.objects[part.roots[1] ?? -1]).toContain('/Headers [@n0;]');
});

test('marked content that nothing owns, or the document itself, has no parent', async () => {
	const pdf = await PDFDocument.load(await printedPdf([{ glyphs: [1] }]));
	const root = pdf.catalog.get(PDFName.of('StructTreeRoot'));
	const tree = root && pdf.context.lookup(root);
	if (!tree || !('get' in tree)) throw new Error('There is no tree.');
	const document = (tree as typeof pdf.catalog).get(PDFName.of('K'));
	const nums = pdf.context.obj([
		0,
		pdf.context.register(pdf.context.obj([null, document] as never)),
	] as never);
	(tree as typeof pdf.catalog).set(PDFName.of('ParentTree'), pdf.context.obj({ Nums: nums } as never));
	const part = await readPart(await pdf.save(), [], new Set([fontName]));
	expect(part.pages[0]?.parents).toEqual([null, null]);
});

test('a content in several streams is one, and is mended as one', async () => {
	const pdf = await emptyPdf(1);
	const piece = (text: string) => pdf.context.register(pdf.context.flateStream(text));
	const pieces = [piece('/Span<</ActualText <feff00ad> >> BDC'), piece('EMC')];
	pdf.getPage(0).node.set(PDFName.of('Contents'), pdf.context.obj(pieces));
	const part = await readPart(await pdf.save(), [], new Set());
	expect(contentOf(part, 0)).toBe('/Span<</ActualText <feff> >> BDC\nEMC');
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
	const part = await readPart(await pdf.save(), [], new Set([fontName]));
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
	const text = JSON.stringify(await readPart(await pdf.save(), [], new Set([fontName])));
	expect(text).toBe(JSON.stringify(await printedPart([{ glyphs: [1] }])));
});

test('a page without content or structure is one all the same', async () => {
	const part = await readPart(await (await emptyPdf(1)).save(), [], new Set());
	expect(part.pages).toEqual([{ resources: {}, patterns: {}, annotations: [], parents: [], anchors: {} }]);
	expect(part.roots).toEqual([]);
});

import { PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { innerAddress } from '../../scripts/print/inner-links.ts';
import type { Part } from '../../scripts/print/part.ts';
import { readPart } from '../../scripts/print/read-part.ts';

export const fontName = 'Serif-Regular';

export interface PrintedPage {
	/** Glyph ids, each shown by the one face. */
	readonly glyphs: readonly number[];
	/** Links on the page, by what they lead to: `#id` or an address. */
	readonly links?: readonly string[];
	/** A picture on the page, by its bytes. */
	readonly picture?: string;
	/** A gradient that counts from the page, by the place of its first colour. */
	readonly gradient?: number;
}

/** A PDF as the browser prints it: one element for each page, with one run of marked content in it. */
export async function printedPdf(pages: readonly PrintedPage[]): Promise<Uint8Array> {
	const pdf = await PDFDocument.create({ updateMetadata: false });
	const { context } = pdf;
	const add = (object: unknown) => context.register(context.obj(object as never));
	const font = addFont(pdf, fontName);
	const state = add({ ca: 1, BM: 'Normal' });
	const [root, document, tree] = [context.nextRef(), context.nextRef(), context.nextRef()];
	const elements: PDFRef[] = [];
	const numbers: [number, PDFRef][] = [];
	let key = pages.length;
	pages.forEach(({ glyphs, links = [], picture, gradient }, index) => {
		const page = pdf.addPage([595, 842]);
		const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0'));
		const shown = hex.map((one) => `<${one}> Tj 10 0 Td`).join(' ');
		const content = `/P <</MCID 0 >>BDC BT /F4 12 Tf 1 0 0 1 100 700 Tm ${shown} ET EMC${gradient === undefined ? '' : ' /Pattern cs /P5 scn 0 0 50 50 re f'}`;
		const resources: Record<string, unknown> = {
			Font: { F4: font },
			ExtGState: { G3: state },
			ProcSet: ['PDF'],
		};
		if (picture !== undefined) {
			const mask = context.register(
				context.flateStream(`mask of ${picture}`, { Type: 'XObject', Subtype: 'Image' }),
			);
			const image = context.flateStream(picture, { Type: 'XObject', Subtype: 'Image', SMask: mask });
			resources.XObject = { X6: context.register(image) };
		}
		if (gradient !== undefined) {
			resources.Pattern = {
				P5: add({ PatternType: 2, Matrix: [0.75, 0, 0, -0.75, gradient, 842], Shading: {} }),
			};
		}
		page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
		page.node.set(PDFName.of('Resources'), context.obj(resources as never));
		page.node.set(PDFName.of('StructParents'), context.obj(index));
		const element = context.nextRef();
		const annotations = links.map((link) => {
			const uri = link.startsWith('#') ? innerAddress + encodeURIComponent(link.slice(1)) : link;
			const annotation = add({
				Type: 'Annot',
				Subtype: 'Link',
				Rect: [100, 690, 150, 710],
				A: { Type: 'Action', S: 'URI', URI: PDFString.of(uri) },
				StructParent: key,
			});
			numbers.push([key++, element]);
			return annotation;
		});
		if (links.length > 0) page.node.set(PDFName.of('Annots'), context.obj(annotations));
		const content0 = context.obj({ Type: 'MCR', Pg: page.ref, MCID: 0 });
		const kids = [content0, ...annotations.map((Obj) => context.obj({ Type: 'OBJR', Obj, Pg: page.ref }))];
		context.assign(
			element,
			context.obj({
				Type: 'StructElem',
				S: index === 0 ? 'TH' : 'TD',
				P: document,
				K: kids,
				Alt: PDFHexString.fromText(`element ${index}`),
				...(index === 0 ? { ID: PDFString.of('node7') } : {}),
				A: { O: 'Table', ...(index === 0 ? { Scope: 'Column' } : { Headers: [PDFString.of('node7')] }) },
			} as never),
		);
		elements.push(element);
		numbers.push([index, context.register(context.obj([element]))]);
	});
	context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
	const leaf = (from: typeof numbers) => add({ Nums: from.flat() });
	numbers.sort(([a], [b]) => a - b);
	// The browser nests the tree of a long document.
	context.assign(tree, context.obj({ Kids: [leaf(numbers.slice(0, 1)), leaf(numbers.slice(1))] }));
	context.assign(root, context.obj({ Type: 'StructTreeRoot', K: document, ParentTree: tree }));
	pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
	return await pdf.save({ useObjectStreams: false });
}

export type Anchors = Readonly<Record<string, readonly [number, number]>>;

/** The same, taken apart. */
export async function printedPart(
	pages: readonly PrintedPage[],
	anchors: readonly Anchors[] = [],
): Promise<Part> {
	return await readPart(await printedPdf(pages), anchors, new Set([fontName]));
}

/** A composite font, embedded as TrueType. */
export function addFont(
	pdf: PDFDocument,
	name: string,
	file: Readonly<Record<string, PDFRef>> = {
		FontFile2: pdf.context.register(pdf.context.flateStream('font')),
	},
): PDFRef {
	const { context } = pdf;
	const add = (object: unknown) => context.register(context.obj(object as never));
	const base = `ABCDEF+${name}`;
	const descriptor = add({
		Type: 'FontDescriptor',
		StemV: 80,
		CapHeight: -670,
		FontName: base,
		Flags: 4,
		ItalicAngle: 0,
		Ascent: 900,
		...file,
	});
	const descendant = add({
		Type: 'Font',
		Subtype: 'CIDFontType2',
		BaseFont: base,
		FontDescriptor: descriptor,
		DW: 0,
		W: [1, [500, 600], 7, 9, 250],
	});
	return add({
		Type: 'Font',
		Subtype: 'Type0',
		BaseFont: base,
		Encoding: 'Identity-H',
		DescendantFonts: [descendant],
	});
}

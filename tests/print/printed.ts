import { PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { innerAddress } from '../../scripts/print/inner-links.ts';
import type { Part } from '../../scripts/print/part.ts';
import { readPart, type Seen } from '../../scripts/print/read-part.ts';

export const fontName = 'Serif-Regular';

export interface PrintedPage {
	/** Glyph ids, each shown by the one face. */
	readonly glyphs: readonly number[];
	/** Links on the page, by what they lead to: `#id` or an address. */
	readonly links?: readonly string[];
	/** A picture on the page, by its bytes. */
	readonly picture?: string;
	/** From screen readers: its text stands in no mark, and no element owns it. */
	readonly hidden?: true;
	/** What the browser calls the element; a paragraph if nothing is said. */
	readonly type?: string;
	/** What the printing tab says of it behind its language, such as `plain-more`. */
	readonly mark?: string;
	/** A gradient that counts from the page, by the place of its first colour. */
	readonly gradient?: number;
}

/** A PDF as the browser prints it: for each page a box with one element, which owns one run of marked content. */
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
	pages.forEach(({ glyphs, links = [], picture, gradient, type = 'P', mark, hidden }, index) => {
		const page = pdf.addPage([595, 842]);
		const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0'));
		const shown = hex.map((one) => `<${one}> Tj 10 0 Td`).join(' ');
		const [open, close] = hidden ? ['', ''] : ['/P <</MCID 0 >>BDC ', ' EMC'];
		const content = `${open}BT /F4 12 Tf 1 0 0 1 100 700 Tm ${shown} ET${close}${gradient === undefined ? '' : ' /Pattern cs /P5 scn 0 0 50 50 re f'}`;
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
		if (hidden) return;
		const element = context.nextRef();
		const annotations = links.map((link, nth) => {
			const name = encodeURIComponent(`to ${link}`);
			const uri = link.startsWith('#')
				? `${innerAddress}${encodeURIComponent(link.slice(1))}?${name}`
				: `${link}${link.includes('#') ? '' : '#'}--name--${name}`;
			const annotation = add({
				Type: 'Annot',
				Subtype: 'Link',
				// The browser joins none, and those on one line would be one link.
				Rect: [100, 690 - 20 * nth, 150, 710 - 20 * nth],
				A: { Type: 'Action', S: 'URI', URI: PDFString.of(uri) },
				StructParent: key,
			});
			numbers.push([key++, element]);
			return annotation;
		});
		if (links.length > 0) page.node.set(PDFName.of('Annots'), context.obj(annotations));
		const box = context.nextRef();
		const owned = { Type: 'MCR', Pg: page.ref, MCID: 0 };
		const goals = annotations.map((Obj) =>
			add({ Type: 'StructElem', S: 'Link', P: element, K: [{ Type: 'OBJR', Obj, Pg: page.ref }] }),
		);
		const own = { S: type, P: box, K: [owned, ...goals] };
		const lang = mark === undefined ? {} : { Lang: PDFHexString.fromText(`en-x-${mark}`) };
		context.assign(element, context.obj({ Type: 'StructElem', ...own, ...lang } as never));
		const boxLang = PDFHexString.fromText(`en-x-page-n${index}`);
		const around = { Type: 'StructElem', S: 'Sect', P: document, K: [element], Lang: boxLang };
		context.assign(box, context.obj(around as never));
		elements.push(box);
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

/** What the printing tab tells of pages without pictures. */
export function seen(anchors: readonly Anchors[] = []): Seen {
	return { pages: anchors.map((one) => ({ anchors: one, pictures: [] })), details: [] };
}

/** The same, taken apart. */
export async function printedPart(
	pages: readonly PrintedPage[],
	anchors: readonly Anchors[] = [],
): Promise<Part> {
	return await readPart(await printedPdf(pages), () => seen(anchors), new Set([fontName]));
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

import {
	PDFDict,
	PDFDocument,
	PDFHeader,
	PDFHexString,
	PDFName,
	type PDFObject,
	type PDFPage,
	type PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';
import type { PressExpectations } from '../../scripts/check/index.ts';
/** What pdf-lib makes an object of: a text is a name. */
export type Literal =
	| string
	| number
	| boolean
	| PDFObject
	| { readonly [key: string]: Literal }
	| readonly Literal[];

/** What the file of `pressPdf` was asked to be. */
export const expectations: PressExpectations = {
	name: 'a.print.pdf',
	trim: { width: 148, height: 210 },
	bleed: 3,
	pagesMultiple: 2,
	color: 'cmyk',
	totalInk: 300,
};

const pointsPerMm = 72 / 25.4;
const slug = 10;

/** A press PDF that is being made, for tests that break it. */
export interface PressPdf {
	readonly pdf: PDFDocument;
	readonly pages: readonly PDFPage[];
	readonly info: PDFDict;
	readonly intent: PDFDict;
	/** Puts something into the resources of the first page. */
	readonly resource: (category: string, name: string, value: PDFObject) => void;
	/** Adds operators to the first page. */
	readonly paint: (operators: string) => void;
	/** A new indirect object. */
	readonly object: (literal: Literal) => PDFRef;
	readonly stream: (bytes: Uint8Array | string, dict?: Record<string, Literal>) => PDFRef;
}

export interface PressPdfOptions {
	/** Changes the finished file before it is saved. */
	readonly change?: (made: PressPdf) => void;
	readonly profile?: Uint8Array;
	readonly xmp?: string;
}

/** A small PDF/X-4 file of two pages with text, a form, a gradient and an image, made without Diglot. */
export async function pressPdf({
	change,
	profile = icc(),
	xmp = packet(),
}: PressPdfOptions = {}): Promise<Uint8Array> {
	const pdf = await PDFDocument.create({ updateMetadata: false });
	const { context } = pdf;
	context.header = PDFHeader.forVersion(1, 6);
	const object = (literal: Literal) => context.register(context.obj(literal as never));
	const stream = (bytes: Uint8Array | string, dict: Record<string, Literal> = {}) =>
		context.register(context.flateStream(bytes, dict as never));
	const info = context.obj({
		Title: PDFString.of('A book'),
		CreationDate: PDFString.of('D:20250102030405Z'),
		ModDate: PDFString.of("D:20250102040405+01'00'"),
		Trapped: 'False',
	});
	context.trailerInfo.Info = context.register(info);
	const id = PDFHexString.of('00112233445566778899aabbccddeeff');
	context.trailerInfo.ID = context.obj([id, id]);
	const intent = context.obj({
		Type: 'OutputIntent',
		S: 'GTS_PDFX',
		OutputConditionIdentifier: PDFString.of('FOGRA39'),
		DestOutputProfile: stream(profile, { N: 4 }),
	});
	pdf.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
	const metadata = context.register(context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' }));
	pdf.catalog.set(PDFName.of('Metadata'), metadata);
	const resources = context.obj({
		Font: { F1: font(object, stream) },
		XObject: { Im: image(stream), Fm: stream('0 0 0 0.5 k 0 0 9 9 re f', form) },
		Shading: { Sh: gradient },
	});
	const pages = [0, 1].map(() => addPage(pdf, resources, stream(content)));
	const paint = (operators: string) => {
		pages[0]?.node.set(PDFName.of('Contents'), context.obj([stream(content), stream(operators)]));
	};
	const resource = (category: string, name: string, value: PDFObject) => {
		const own = resources.lookupMaybe(PDFName.of(category), PDFDict) ?? context.obj({});
		resources.set(PDFName.of(category), own);
		own.set(PDFName.of(name), value);
	};
	change?.({ pdf, pages, info, intent, resource, paint, object, stream });
	return await pdf.save({ updateFieldAppearances: false });
}

const content = [
	'% a comment with 1 0 0 rg',
	'q 0 g BT /F1 10 Tf (1 0 0 rg \\) k) Tj <0001> Tj [<00> -20 (\\() 3] TJ ET Q',
	'0.5 w 0 0 0 1 K 10 10 m 99 10 l S',
	'q 1 0 0 1 20 20 cm /Fm Do Q',
	'q 30 0 0 30 50 50 cm /Im Do Q q 0 0 9 9 re W n /Sh sh Q',
	'/Artifact <</Type /Pagination>> BDC EMC',
].join('\n');

const form: Record<string, Literal> = {
	Type: 'XObject',
	Subtype: 'Form',
	BBox: [0, 0, 9, 9],
	Group: { S: 'Transparency', CS: 'DeviceCMYK' },
};

const gradient: Literal = {
	ShadingType: 2,
	ColorSpace: 'DeviceCMYK',
	Coords: [0, 0, 9, 9],
	Function: { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 0, 0] },
};

function addPage(pdf: PDFDocument, resources: PDFDict, contents: PDFRef): PDFPage {
	const { trim, bleed } = expectations;
	const [width, height] = [trim.width * pointsPerMm, trim.height * pointsPerMm];
	const room = slug * pointsPerMm;
	const inner = room + bleed * pointsPerMm;
	const page = pdf.addPage([width + 2 * inner, height + 2 * inner]);
	page.setBleedBox(room, room, width + 2 * (inner - room), height + 2 * (inner - room));
	page.setTrimBox(inner, inner, width, height);
	page.node.set(PDFName.of('Resources'), resources);
	page.node.set(PDFName.of('Contents'), contents);
	return page;
}

function font(object: PressPdf['object'], stream: PressPdf['stream']): Literal {
	const descriptor = object({ Type: 'FontDescriptor', FontName: 'A', FontFile2: stream('a font program') });
	const descendant = { Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'A', FontDescriptor: descriptor };
	return {
		Type: 'Font',
		Subtype: 'Type0',
		BaseFont: 'A',
		Encoding: 'Identity-H',
		DescendantFonts: [descendant],
	};
}

function image(stream: PressPdf['stream']): PDFRef {
	return stream(new Uint8Array([255, 255, 0, 0, 0, 0, 0, 255]), imageEntries(2, 1, 'DeviceCMYK'));
}

export function imageEntries(width: number, height: number, space: Literal): Record<string, Literal> {
	return {
		Type: 'XObject',
		Subtype: 'Image',
		Width: width,
		Height: height,
		BitsPerComponent: 8,
		ColorSpace: space,
	};
}

/** The head of an output profile and one tag. */
export function icc(kind = 'prtr', space = 'CMYK', version = 2): Uint8Array {
	const bytes = Buffer.alloc(152);
	bytes.writeUInt32BE(bytes.length, 0);
	bytes[8] = version;
	bytes.write(kind + space, 12, 'latin1');
	bytes.write('acsp', 36, 'latin1');
	bytes.writeUInt32BE(1, 128);
	bytes.write('cprt', 132, 'latin1');
	bytes.writeUInt32BE(144, 136);
	bytes.writeUInt32BE(8, 140);
	return bytes;
}

/** The XMP packet of the file, with other values for some properties; `undefined` leaves one out. */
export function packet(values: Readonly<Record<string, string | undefined>> = {}): string {
	const all: Readonly<Record<string, string | undefined>> = {
		'pdfxid:GTS_PDFXVersion': 'PDF/X-4',
		'dc:title': '<rdf:Alt><rdf:li xml:lang="x-default">A book</rdf:li></rdf:Alt>',
		'xmp:CreateDate': '2025-01-02T03:04:05Z',
		'xmp:ModifyDate': '2025-01-02T03:04:05Z',
		'xmp:MetadataDate': '2025-01-02T03:04:05Z',
		'xmpMM:DocumentID': 'uuid:1',
		'xmpMM:VersionID': '1',
		'xmpMM:RenditionClass': 'default',
		'pdf:Trapped': 'False',
		...values,
	};
	const properties = Object.entries(all).flatMap(([name, value]) =>
		value === undefined ? [] : [`<${name}>${value}</${name}>`],
	);
	return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">${properties.join('')}</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

import { PDFArray, type PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { type Literal, packet } from './press-pdf.ts';

/** A tagged PDF that is being made, for tests that break it. */
export interface TaggedPdf {
	readonly pdf: PDFDocument;
	/** Elements by what they are called in the list below. */
	readonly tags: Readonly<Record<string, PDFDict>>;
	readonly page: PDFDict;
	readonly link: PDFDict;
	/** Sets an entry; `undefined` takes it away. */
	readonly set: (dict: PDFDict | undefined, key: string, value: Literal | undefined) => void;
	/** Adds an element at the end of another. */
	readonly add: (parent: string, type: string, entries?: Readonly<Record<string, Literal>>) => PDFDict;
	/** Adds operators to the page. */
	readonly paint: (operators: string) => void;
}

/** Name, parent, type and runs of marked content. */
const elements: readonly (readonly [name: string, parent: string, type: string, ...runs: number[]])[] = [
	['document', '', 'Document'],
	['heading', 'document', 'H1', 0],
	['paragraph', 'document', 'P', 1],
	['link', 'paragraph', 'Link', 2],
	['list', 'document', 'L'],
	['item', 'list', 'LI'],
	['label', 'item', 'Lbl', 3],
	['body', 'item', 'LBody', 4],
	['table', 'document', 'Table'],
	['row', 'table', 'TR'],
	['head', 'row', 'TH', 5],
	['cell', 'row', 'TD', 6],
	['row2', 'table', 'TR'],
	['wide', 'row2', 'Cell', 7],
	['figure', 'document', 'Figure', 8],
	['note', 'document', 'Note', 9],
	['form', 'document', 'P', 10],
];

/** A small file that keeps to PDF/UA-1, made without Diglot. */
export async function taggedPdf(
	change: (made: TaggedPdf) => void = () => {},
	xmp = uaPacket(),
): Promise<Uint8Array> {
	const pdf = await PDFDocument.create({ updateMetadata: false });
	const { context, catalog } = pdf;
	const page = pdf.addPage([100, 100]).node;
	const object = (literal: Literal) => context.obj(literal as never) as PDFObject;
	const set: TaggedPdf['set'] = (dict, key, value) => {
		if (value === undefined) dict?.delete(PDFName.of(key));
		else dict?.set(PDFName.of(key), object(value));
	};
	const root = context.obj({ Type: 'StructTreeRoot', RoleMap: { Cell: 'TD' } });
	const tags: Record<string, PDFDict> = {};
	const tag = (parent: PDFDict, type: string, entries: Readonly<Record<string, Literal>> = {}) => {
		const made = context.obj({
			Type: 'StructElem',
			S: type,
			P: context.getObjectRef(parent) ?? parent,
			Pg: pageRef,
			...entries,
		} as never) as unknown as PDFDict;
		const ref = context.register(made);
		const kids = parent.get(PDFName.of('K')) ?? context.obj([]);
		parent.set(PDFName.of('K'), kids);
		if (kids instanceof PDFArray) kids.push(ref);
		return made;
	};
	const pageRef = context.getObjectRef(page) ?? page;
	const rootRef = context.register(root);
	const owners: PDFObject[] = [];
	for (const [name, parent, type, ...runs] of elements) {
		const made = tag(
			parent === '' ? root : (tags[parent] as PDFDict),
			type,
			runs.length > 0 ? { K: [...runs] } : {},
		);
		tags[name] = made;
		for (const run of runs) owners[run] = context.getObjectRef(made) ?? made;
	}
	set(tags.head, 'A', { O: 'Table', Scope: 'Column' });
	set(tags.wide, 'A', { O: 'Table', ColSpan: 2 });
	set(tags.figure, 'A', [{ O: 'Layout', BBox: [0, 0, 9, 9] }]);
	set(tags.figure, 'Alt', PDFString.of('A dog'));
	set(tags.note, 'ID', PDFString.of('n1'));
	const link = context.obj({
		Type: 'Annot',
		Subtype: 'Link',
		Rect: [0, 0, 9, 9],
		Contents: PDFString.of('To a page'),
		StructParent: 1,
	});
	const linkRef = context.register(link);
	tags.link?.lookup(PDFName.of('K'), PDFArray).push(object({ Type: 'OBJR', Obj: linkRef, Pg: pageRef }));
	set(root, 'ParentTree', { Nums: [0, owners, 1, context.getObjectRef(tags.link as PDFDict) as PDFObject] });
	set(page, 'Annots', [linkRef]);
	set(page, 'Tabs', 'S');
	set(page, 'StructParents', 0);
	set(page, 'Resources', {
		XObject: { Fm: context.register(context.flateStream('0 0 9 9 re f', { Subtype: 'Form' })) },
		Properties: { MC9: { MCID: 9 } },
	});
	const content = [
		...[0, 1, 2, 3, 4, 5, 6, 7, 8].map(
			(run) => `/P <</MCID ${run}>> BDC /Span <</Lang (la)>> BDC (a) Tj EMC EMC`,
		),
		'/Note /MC9 BDC (a) Tj EMC /P <</MCID 10>> BDC /Fm Do EMC',
		'/Artifact BMC 0 0 1 1 re f EMC 0 0 1 1 re W n',
	];
	const paint = (operators: string) =>
		set(
			page,
			'Contents',
			[...content, operators].map((text) => context.register(context.flateStream(text))),
		);
	paint('');
	set(catalog, 'StructTreeRoot', rootRef);
	set(catalog, 'MarkInfo', { Marked: true });
	set(catalog, 'Lang', PDFString.of('zh-CN'));
	set(catalog, 'ViewerPreferences', { DisplayDocTitle: true });
	set(
		catalog,
		'Metadata',
		context.register(context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' })),
	);
	const add: TaggedPdf['add'] = (parent, type, entries) => tag(tags[parent] as PDFDict, type, entries);
	change({ pdf, tags, page, link, set, add, paint });
	return await pdf.save({ updateFieldAppearances: false });
}

export function uaPacket(part = '1'): string {
	return packet({ 'pdfuaid:part': part }).replace(
		'xmlns:pdf=',
		'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf=',
	);
}

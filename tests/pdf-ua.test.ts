import { PDFArray, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { faultsOfAccessible } from './support/pdf-ua/index.ts';
import { type TaggedPdf, taggedPdf, uaPacket } from './support/tagged-pdf.ts';

test('a file that keeps to PDF/UA-1 has no faults', async () => {
	expect(await faultsOfAccessible(await taggedPdf())).toEqual([]);
});

type Change = (made: TaggedPdf) => void;

const catalog =
	(key: string, value: Parameters<TaggedPdf['set']>[2]): Change =>
	({ pdf, set }) =>
		set(pdf.catalog, key, value);
const tag =
	(name: string, key: string, value: Parameters<TaggedPdf['set']>[2]): Change =>
	({ tags, set }) =>
		set(tags[name], key, value);
const faults: readonly (readonly [fault: string, change: Change])[] = [
	['there is no structure tree', catalog('StructTreeRoot', undefined)],
	['the metadata do not say PDF/UA-1', catalog('Metadata', undefined)],
	['the document is not marked', catalog('MarkInfo', { Marked: false })],
	['the tags are suspect', catalog('MarkInfo', { Marked: true, Suspects: true })],
	['the document has no language', catalog('Lang', undefined)],
	['the window does not show the title', catalog('ViewerPreferences', {})],
	['its tab order is not the structure', ({ page, set }) => set(page, 'Tabs', undefined)],
	['a link has no contents', ({ link, set }) => set(link, 'Contents', undefined)],
	['the parent tree does not know a link', ({ link, set }) => set(link, 'StructParent', 7)],
	['an annotation is no link', ({ link, set }) => set(link, 'Subtype', 'Text')],
	['Link holds no annotation', tag('link', 'K', [2])],
	['a link is in no Link element', tag('link', 'S', 'Span')],
	['f paints what is not marked', ({ paint }) => paint('0 0 9 9 re f')],
	[
		'Do paints what is not marked',
		({ paint, page, pdf }) => {
			const image = pdf.context.register(pdf.context.flateStream('', { Subtype: 'Image' }));
			page
				.lookup(PDFName.of('Resources'), PDFDict)
				.lookup(PDFName.of('XObject'), PDFDict)
				.set(PDFName.of('Im'), image);
			paint('/Im Do');
		},
	],
	['f paints what is not marked', ({ paint }) => paint('/Span BMC /Fm Do EMC')],
	[
		'an artifact lies inside tagged content',
		({ paint }) => paint('/P <</MCID 11>> BDC /Artifact BMC EMC EMC'),
	],
	[
		'tagged content lies inside an artifact',
		({ paint }) => paint('/Artifact BMC /P <</MCID 11>> BDC EMC EMC'),
	],
	['marked content is not ended', ({ paint }) => paint('/Artifact BMC')],
	['marked content is ended twice', ({ paint }) => paint('EMC')],
	['run 1 comes twice', ({ paint }) => paint('/P <</MCID 1>> BDC EMC')],
	['run 11 of owner 0 is in no element', ({ paint }) => paint('/P <</MCID 11>> BDC (a) Tj EMC')],
	['run 12 of owner 0 is on no page', tag('heading', 'K', [0, 12])],
	['run 0 of owner 0 is in no element', tag('heading', 'K', [])],
	['the parent tree has another owner of run 0 of 0 than P', tag('paragraph', 'K', [1, 0])],
	[
		'P names another parent',
		({ tags, set, pdf }) => set(tags.paragraph, 'P', pdf.context.getObjectRef(tags.list as PDFDict)),
	],
	['Nonsense is no standard type', tag('paragraph', 'S', 'Nonsense')],
	['P is empty', ({ add }) => void add('document', 'P')],
	['the root is not one Document', tag('document', 'S', 'Sect')],
	['L holds P', ({ add }) => void add('list', 'P', { K: [1] })],
	['LI holds P', tag('body', 'S', 'P')],
	['LI stands in Document', ({ add }) => void add('document', 'LI')],
	['Table holds P', ({ add }) => void add('table', 'P')],
	['TR holds Span', ({ add }) => void add('row', 'Span')],
	['L holds content itself', tag('list', 'K', [3])],
	['TH has no scope', tag('head', 'A', undefined)],
	['a table has rows of 2 and 1 columns', tag('wide', 'A', undefined)],
	['cells of a table overlap', tag('cell', 'A', { O: 'Table', RowSpan: 2 })],
	['Figure has no alternative text', tag('figure', 'Alt', undefined)],
	['Figure has no bounding box', tag('figure', 'A', undefined)],
	['Note has no ID', tag('note', 'ID', undefined)],
	['two notes have one ID', ({ add }) => void add('document', 'Note', { ID: PDFString.of('n1') })],
	['H2 follows on no heading', tag('heading', 'S', 'H2')],
	['H3 follows on H1', ({ add }) => void add('document', 'H3', { K: [1] })],
	['a heading has no level', tag('heading', 'S', 'H')],
	[
		'the font A is not embedded',
		({ pdf }) =>
			void pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'A' })),
	],
	[
		'the font A does not tell its characters',
		({ pdf }) =>
			void pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'A' })),
	],
];

test.each(faults)('%s', async (fault, change) => {
	const found = await faultsOfAccessible(await taggedPdf(change));
	expect(found.map((one) => one.replace(/^page \d+: /, ''))).toContain(fault);
});

test('metadata of another part of PDF/UA are not of the first', async () => {
	expect(await faultsOfAccessible(await taggedPdf(() => {}, uaPacket('2')))).toEqual([
		'the metadata do not say PDF/UA-1',
	]);
});

const drop: Change = ({ tags }) => {
	const kids = tags.document?.lookup(PDFName.of('K'), PDFArray);
	const note = kids?.asArray().findIndex((_, index) => kids.lookup(index) === tags.note);
	kids?.remove(note ?? -1);
};

test('an element that is taken out leaves its content without a place', async () => {
	expect(await faultsOfAccessible(await taggedPdf(drop))).toEqual(['run 9 of owner 0 is in no element']);
});

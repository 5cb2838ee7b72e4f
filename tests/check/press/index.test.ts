import { PDFBool, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkPress, type PressExpectations } from '../../../scripts/check/index.ts';
import {
	expectations,
	icc,
	imageEntries,
	type PressPdf,
	type PressPdfOptions,
	packet,
	pressPdf,
} from '../../support/press-pdf.ts';
import { createReport } from '../../support/report.ts';

type Asked = Partial<PressExpectations>;

async function said(bytes: Uint8Array, asked: Asked = {}): Promise<readonly string[]> {
	const report = createReport();
	await checkPress(bytes, { ...expectations, ...asked }, report.add);
	return report.list().map(({ rule, message }) => `${rule}: ${message}`);
}

async function rulesOf(options: PressPdfOptions, asked: Asked = {}): Promise<readonly string[]> {
	const found = await said(await pressPdf(options), asked);
	return [...new Set(found.map((one) => one.split(':')[0] ?? ''))];
}

const name = (text: string) => PDFName.of(text);

test('a sound file is passed over in silence', async () => {
	expect(await said(await pressPdf())).toEqual([]);
});

test('a sound file with a real profile is passed over in silence', async () => {
	const tiff = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
		.withIccProfile('cmyk')
		.toColourspace('cmyk')
		.tiff();
	const { icc: profile } = await sharp(await tiff.toBuffer()).metadata();
	expect(await said(await pressPdf({ profile: profile ?? new Uint8Array() }))).toEqual([]);
});

test('a sound file in black is passed over in silence', async () => {
	const change = ({ resource, stream, object, pdf }: PressPdf) => {
		const black = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [0, 0, 0, 1] };
		resource('XObject', 'Im', stream(new Uint8Array([0, 0, 0, 9]), imageEntries(1, 1, 'DeviceCMYK')));
		const separation = object(['Separation', 'Black', 'DeviceCMYK', black]);
		resource('ColorSpace', 'Cs', separation);
		resource('Shading', 'Sh', pdf.context.obj({ ShadingType: 2, ColorSpace: 'DeviceCMYK', Function: black }));
	};
	expect(await said(await pressPdf({ change }), { color: 'gray' })).toEqual([]);
});

interface Case {
	readonly what: string;
	readonly rule: string;
	readonly change?: (made: PressPdf) => void;
	readonly options?: PressPdfOptions;
	readonly asked?: Asked;
}

const box = (index: number, key: string, edges: readonly number[]) => (made: PressPdf) =>
	made.pages[index]?.node.set(name(key), made.pdf.context.obj([...edges]));
const shifted = (key: string, by: number) => (made: PressPdf) => {
	const node = made.pages[1]?.node;
	const edges =
		node
			?.lookup(name(key))
			?.toString()
			.match(/[\d.]+/g) ?? [];
	node?.set(name(key), made.pdf.context.obj([Number(edges[0]) + by, ...edges.slice(1).map(Number)]));
};
const paint = (operators: string) => (made: PressPdf) => made.paint(operators);
const state = (entries: Parameters<PressPdf['object']>[0]) => (made: PressPdf) =>
	made.resource('ExtGState', 'G', made.object(entries));
const xmp = (values: Readonly<Record<string, string | undefined>>): PressPdfOptions => ({
	xmp: packet(values),
});
const gradient = (space: string, ends: object) => (made: PressPdf) =>
	made.resource(
		'Shading',
		'Sh',
		made.object({ ShadingType: 2, ColorSpace: space, Function: { FunctionType: 2, ...ends } } as never),
	);

const cases: readonly Case[] = [
	{ what: 'no TrimBox', rule: 'press-boxes', change: ({ pages }) => pages[0]?.node.delete(name('TrimBox')) },
	{
		what: 'no BleedBox',
		rule: 'press-boxes',
		change: ({ pages }) => pages[0]?.node.delete(name('BleedBox')),
	},
	{ what: 'a trim that is 0.02 pt narrower', rule: 'press-boxes', change: shifted('TrimBox', 0.02) },
	{ what: 'a bleed that is 0.02 pt narrower', rule: 'press-boxes', change: shifted('BleedBox', 0.02) },
	{ what: 'a medium inside the bleed', rule: 'press-boxes', change: shifted('MediaBox', 40) },
	{ what: 'an ArtBox', rule: 'press-boxes', change: box(0, 'ArtBox', [40, 40, 90, 90]) },
	{ what: 'a CropBox', rule: 'press-boxes', change: box(0, 'CropBox', [0, 0, 90, 90]) },
	{
		what: 'a turned page',
		rule: 'press-boxes',
		change: ({ pages, pdf }) => pages[0]?.node.set(name('Rotate'), pdf.context.obj(90)),
	},
	{
		what: 'a page with its own unit',
		rule: 'press-boxes',
		change: ({ pages, pdf }) => pages[0]?.node.set(name('UserUnit'), pdf.context.obj(2)),
	},
	{
		what: 'another trim than asked for',
		rule: 'press-boxes',
		asked: { trim: { width: 148, height: 209.99 } },
	},
	{ what: 'a page too few', rule: 'press-pages', asked: { pagesMultiple: 4 } },
	{
		what: 'a later version in its catalogue',
		rule: 'press-version',
		change: ({ pdf }) => pdf.catalog.set(name('Version'), name('1.7')),
	},
	{ what: 'no identifier', rule: 'press-file-id', change: ({ pdf }) => delete pdf.context.trailerInfo.ID },
	{
		what: 'encryption',
		rule: 'press-encrypted',
		change: ({ pdf, object }) =>
			void Object.assign(pdf.context.trailerInfo, { Encrypt: object({ Filter: 'Standard', V: 1, R: 2 }) }),
	},
	{ what: 'no word of PDF/X', rule: 'press-identity', options: xmp({ 'pdfxid:GTS_PDFXVersion': undefined }) },
	{
		what: 'another kind of PDF/X',
		rule: 'press-identity',
		options: xmp({ 'pdfxid:GTS_PDFXVersion': 'PDF/X-1a:2003' }),
	},
	{ what: 'no XMP', rule: 'press-metadata', change: ({ pdf }) => pdf.catalog.delete(name('Metadata')) },
	{ what: 'damaged XMP', rule: 'press-metadata', options: { xmp: '<x:xmpmeta><rdf:RDF>' } },
	...[
		'dc:title',
		'xmp:CreateDate',
		'xmp:ModifyDate',
		'xmp:MetadataDate',
		'xmpMM:DocumentID',
		'xmpMM:VersionID',
		'xmpMM:RenditionClass',
	].map((key): Case => ({ what: `no ${key}`, rule: 'press-metadata', options: xmp({ [key]: undefined }) })),
	{
		what: 'another title',
		rule: 'press-metadata',
		change: ({ info }) => info.set(name('Title'), PDFString.of('Another')),
	},
	{
		what: 'another date',
		rule: 'press-metadata',
		options: xmp({ 'xmp:ModifyDate': '2025-01-02T03:04:06Z' }),
	},
	{ what: 'no word of trapping', rule: 'press-trapped', options: xmp({ 'pdf:Trapped': undefined }) },
	{ what: 'trapping unknown', rule: 'press-trapped', options: xmp({ 'pdf:Trapped': 'Unknown' }) },
	{ what: 'trapping said in two ways', rule: 'press-trapped', options: xmp({ 'pdf:Trapped': 'True' }) },
	{
		what: 'no output intent',
		rule: 'press-intent',
		change: ({ pdf }) => pdf.catalog.delete(name('OutputIntents')),
	},
	{
		what: 'two output intents',
		rule: 'press-intent',
		change: ({ pdf, intent }) => pdf.catalog.set(name('OutputIntents'), pdf.context.obj([intent, intent])),
	},
	{
		what: 'no condition',
		rule: 'press-intent',
		change: ({ intent }) => intent.delete(name('OutputConditionIdentifier')),
	},
	{
		what: 'no profile',
		rule: 'press-profile',
		change: ({ intent }) => intent.delete(name('DestOutputProfile')),
	},
	{ what: 'a profile that is none', rule: 'press-profile', options: { profile: Buffer.from('no profile') } },
	{ what: 'a profile cut short', rule: 'press-profile', options: { profile: icc().subarray(0, 150) } },
	{ what: 'the profile of a display', rule: 'press-profile', options: { profile: icc('mntr') } },
	{
		what: 'a profile of a later version',
		rule: 'press-profile',
		options: { profile: icc('prtr', 'CMYK', 5) },
	},
	{ what: 'a profile for Lab', rule: 'press-profile', options: { profile: icc('prtr', 'Lab ') } },
	{
		what: 'a profile of four components that is said to have three',
		rule: 'press-profile',
		change: ({ intent, stream }) => intent.set(name('DestOutputProfile'), stream(icc(), { N: 3 })),
	},
	{
		what: 'a link on the page',
		rule: 'press-annotation',
		change: ({ pages, object }) =>
			pages[0]?.node.addAnnot(object({ Type: 'Annot', Subtype: 'Link', Rect: [50, 50, 60, 60] })),
	},
	{
		what: 'the mark of a printer in the bleed',
		rule: 'press-annotation',
		change: ({ pages, object }) =>
			pages[0]?.node.addAnnot(object({ Type: 'Annot', Subtype: 'PrinterMark', Rect: [20, 20, 30, 30] })),
	},
	{
		what: 'a script',
		rule: 'press-action',
		change: ({ pdf, object }) =>
			pdf.catalog.set(name('OpenAction'), object({ S: 'JavaScript', JS: PDFString.of('1') })),
	},
	{
		what: 'named scripts',
		rule: 'press-action',
		change: ({ pdf }) => pdf.catalog.set(name('Names'), pdf.context.obj({ JavaScript: { Names: [] } })),
	},
	{
		what: 'a page that acts',
		rule: 'press-action',
		change: ({ pages, pdf }) => pages[0]?.node.set(name('AA'), pdf.context.obj({})),
	},
	{
		what: 'a font that is not embedded',
		rule: 'press-font',
		change: ({ resource, object }) =>
			resource('Font', 'F2', object({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' })),
	},
	{
		what: 'a font of Type 3',
		rule: 'press-font',
		change: ({ resource, object }) =>
			resource('Font', 'F2', object({ Type: 'Font', Subtype: 'Type3', Name: 'T' })),
	},
	{
		what: 'PostScript',
		rule: 'press-object',
		change: ({ resource, stream }) => resource('XObject', 'P', stream('', { Subtype: 'PS' })),
	},
	{
		what: 'PostScript in a form',
		rule: 'press-object',
		change: ({ resource, stream }) =>
			resource('XObject', 'P', stream('', { Subtype: 'Form', Subtype2: 'PS' })),
	},
	{
		what: 'OPI',
		rule: 'press-object',
		change: ({ resource, stream }) =>
			resource('XObject', 'P', stream('', { Subtype: 'Form', OPI: { '2.0': {} } })),
	},
	{
		what: 'alternates',
		rule: 'press-object',
		change: ({ resource, stream }) =>
			resource(
				'XObject',
				'P',
				stream(new Uint8Array(1), { ...imageEntries(1, 1, 'DeviceGray'), Alternates: [{}] }),
			),
	},
	{
		what: 'a page of another file',
		rule: 'press-object',
		change: ({ resource, stream }) => resource('XObject', 'P', stream('', { Subtype: 'Form', Ref: {} })),
	},
	{
		what: 'LZW',
		rule: 'press-object',
		change: ({ pdf }) => void pdf.context.register(pdf.context.stream('', { Filter: ['LZWDecode'] })),
	},
	{
		what: 'a file inside',
		rule: 'press-external',
		change: ({ pdf }) => pdf.catalog.set(name('Names'), pdf.context.obj({ EmbeddedFiles: { Names: [] } })),
	},
	{
		what: 'a stream in another file',
		rule: 'press-external',
		change: ({ stream }) => void stream('', { F: PDFString.of('a.bin') }),
	},
	{
		what: 'a transfer function',
		rule: 'press-transfer',
		change: state({ Type: 'ExtGState', TR: 'Identity' }),
	},
	{
		what: 'a transfer function of the second kind',
		rule: 'press-transfer',
		change: state({ TR2: 'Identity' }),
	},
	{ what: 'a halftone phase', rule: 'press-transfer', change: state({ HTP: [1, 1] }) },
	{ what: 'a halftone of its own', rule: 'press-transfer', change: state({ HT: { HalftoneType: 6 } }) },
	{ what: 'RGB in an operator', rule: 'press-color', change: paint('1 0 0 rg') },
	{
		what: 'RGB of a stroke, without white space',
		rule: 'press-color',
		change: paint('[]0 d(a)Tj/F1 9 Tf<00>Tj 1 0 0 RG'),
	},
	{ what: 'RGB chosen by name', rule: 'press-color', change: paint('/DeviceRGB cs') },
	{
		what: 'RGB behind a name',
		rule: 'press-color',
		change: (made) => {
			made.resource('ColorSpace', 'Cs', made.object(['Indexed', 'DeviceRGB', 0, PDFString.of('abc')]));
			made.paint('/Cs cs 0 sc');
		},
	},
	{
		what: 'RGB as the alternate of an ink',
		rule: 'press-color',
		change: (made) => {
			made.resource('ColorSpace', 'Cs', made.object(['Separation', 'Gold', 'DeviceRGB', {}]));
			made.paint('/Cs CS 1 SCN');
		},
	},
	{
		what: 'RGB in an inline image',
		rule: 'press-color',
		change: paint('BI /W 1 /H 1 /BPC 8 /CS /RGB ID ab EIc\nEI'),
	},
	{
		what: 'an image in RGB',
		rule: 'press-color',
		change: ({ resource, stream }) =>
			resource('XObject', 'P', stream(new Uint8Array(3), imageEntries(1, 1, 'DeviceRGB'))),
	},
	{
		what: 'a form in RGB',
		rule: 'press-color',
		change: ({ resource, stream }) => resource('XObject', 'P', stream('1 0 0 rg', { Subtype: 'Form' })),
	},
	{
		what: 'a form in a form in RGB',
		rule: 'press-color',
		change: ({ resource, stream }) =>
			resource(
				'XObject',
				'P',
				stream('', {
					Subtype: 'Form',
					Resources: { XObject: { Q: stream('1 0 0 rg', { Subtype: 'Form' }) } },
				}),
			),
	},
	{
		what: 'a pattern in RGB',
		rule: 'press-color',
		change: ({ resource, stream }) => resource('Pattern', 'P', stream('1 0 0 rg', { PatternType: 1 })),
	},
	{
		what: 'a shading pattern in RGB',
		rule: 'press-color',
		change: ({ resource, object }) =>
			resource('Pattern', 'P', object({ PatternType: 2, Shading: { ColorSpace: 'DeviceRGB' } })),
	},
	{
		what: 'a soft mask in RGB',
		rule: 'press-color',
		change: (made) =>
			state({
				SMask: { S: 'Luminosity', G: made.stream('', { Subtype: 'Form', Group: { CS: 'DeviceRGB' } }) },
			})(made),
	},
	{
		what: 'a page blended in RGB',
		rule: 'press-color',
		change: ({ pages, pdf }) =>
			pages[0]?.node.set(name('Group'), pdf.context.obj({ S: 'Transparency', CS: 'DeviceRGB' })),
	},
	{
		what: 'a gradient in RGB',
		rule: 'press-color',
		change: gradient('DeviceRGB', { C0: [0, 0, 0], C1: [1, 0, 0] }),
	},
	{
		what: 'inks where the intent is RGB',
		rule: 'press-color',
		options: {
			profile: icc('prtr', 'RGB '),
			change: ({ intent, stream }) =>
				intent.set(name('DestOutputProfile'), stream(icc('prtr', 'RGB '), { N: 3 })),
		},
		asked: { color: 'rgb' },
	},
	{ what: 'a colour of too much ink', rule: 'press-ink', change: paint('1 1 1 0.02 k') },
	{
		what: 'a chosen colour of too much ink',
		rule: 'press-ink',
		change: paint('/DeviceCMYK CS 1 1 .5 1 SCN'),
	},
	{
		what: 'a gradient of too much ink',
		rule: 'press-ink',
		change: gradient('DeviceCMYK', { C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] }),
	},
	{
		what: 'a sampled gradient of too much ink',
		rule: 'press-ink',
		change: (made) =>
			made.resource(
				'Shading',
				'Sh',
				made.object({
					ColorSpace: 'DeviceCMYK',
					Function: made.stream(new Uint8Array([0, 0, 0, 0, 255, 255, 255, 128]), {
						FunctionType: 0,
						Size: [2],
						BitsPerSample: 8,
						Domain: [0, 1],
						Range: [0, 1, 0, 1, 0, 1, 0, 1],
					}),
				}),
			),
	},
	{
		what: 'an image of too much ink',
		rule: 'press-ink',
		change: ({ resource, stream }) =>
			resource(
				'XObject',
				'P',
				stream(new Uint8Array([0, 0, 0, 0, 255, 255, 255, 255]), imageEntries(2, 1, 'DeviceCMYK')),
			),
	},
	{
		what: 'an image of too much ink in differences',
		rule: 'press-ink',
		change: ({ resource, stream }) => {
			const parameters = { Predictor: 15, Colors: 4, Columns: 2 };
			const rows = [1, 0, 0, 0, 0, 128, 128, 128, 128, 2, 0, 0, 0, 0, 127, 127, 127, 127];
			const entries = { ...imageEntries(2, 2, 'DeviceCMYK'), DecodeParms: parameters };
			resource('XObject', 'P', stream(new Uint8Array(rows), entries));
		},
	},
	{
		what: 'a damaged content',
		rule: 'press-damaged',
		change: ({ pages, pdf }) =>
			pages[0]?.node.set(
				name('Contents'),
				pdf.context.register(pdf.context.stream('none', { Filter: 'FlateDecode' })),
			),
	},
	{ what: 'a hairline', rule: 'print-hairline', change: paint('0.2 w 0 0 m 9 9 l S') },
	{ what: 'a line of no width', rule: 'print-hairline', change: paint('0 w 0 0 m 9 9 l S') },
	{
		what: 'a line that is scaled down',
		rule: 'print-hairline',
		change: paint('q .1 0 0 .1 0 0 cm 1 w 0 0 m 9 9 l s Q'),
	},
	{ what: 'a thin bar', rule: 'print-hairline', change: paint('10 10 90 .1 re f') },
	{
		what: 'a bar in a form that is scaled down',
		rule: 'print-hairline',
		change: paint('q .01 0 0 .01 0 0 cm /Fm Do Q'),
	},
];

describe('a file that breaks one rule is reported by that rule alone', () => {
	test.each(cases)('$what: $rule', async ({ rule, change, options = {}, asked }) => {
		expect(await rulesOf({ ...options, ...(change ? { change } : {}) }, asked)).toEqual([rule]);
	});
});

describe('in an edition in black', () => {
	const black = ({ resource, stream, object }: PressPdf) => {
		resource('XObject', 'Im', stream(new Uint8Array(1), imageEntries(1, 1, 'DeviceGray')));
		resource('Shading', 'Sh', object({ ColorSpace: 'DeviceGray' }));
	};
	const grays: readonly Pick<Case, 'what' | 'change'>[] = [
		{ what: 'an operator', change: paint('0.1 0 0 1 k') },
		{
			what: 'an ink',
			change: (made) => {
				made.resource('ColorSpace', 'Cs', made.object(['Separation', 'Cyan', 'DeviceCMYK', {}]));
				made.paint('/Cs cs');
			},
		},
		{
			what: 'an image',
			change: ({ resource, stream }) =>
				resource('XObject', 'Im', stream(new Uint8Array([1, 0, 0, 0]), imageEntries(1, 1, 'DeviceCMYK'))),
		},
		{ what: 'a gradient', change: gradient('DeviceCMYK', { C0: [0, 0, 0, 0], C1: [0, 0, 1, 0] }) },
		{
			what: 'a colour of a profile',
			change: (made) => {
				made.resource('ColorSpace', 'Cs', made.object(['ICCBased', made.stream('', { N: 3 })]));
				made.paint('/Cs cs');
			},
		},
	];
	test.each(grays)('$what is reported where it is not black', async ({ change }) => {
		const both = (made: PressPdf) => {
			black(made);
			change?.(made);
		};
		expect(await rulesOf({ change: both }, { color: 'gray' })).toEqual(['press-gray']);
	});
	test('a profile of gray covers no inks', async () => {
		const profile = icc('prtr', 'GRAY');
		const change = (made: PressPdf) => {
			black(made);
			made.intent.set(name('DestOutputProfile'), made.stream(profile, { N: 1 }));
		};
		expect(new Set(await rulesOf({ change }, { color: 'gray' }))).toEqual(new Set(['press-color']));
	});
});

test('the profile of a display is refused in an RGB edition too', async () => {
	const change = ({ intent, stream, resource, pages, pdf }: PressPdf) => {
		intent.set(name('DestOutputProfile'), stream(icc('mntr', 'RGB '), { N: 3 }));
		for (const key of ['Shading', 'XObject']) void resource(key, key, pdf.context.obj({}));
		for (const page of pages) page.node.set(name('Contents'), stream('1 0 0 rg'));
		for (const page of pages) page.node.set(name('Resources'), pdf.context.obj({}));
	};
	const report = createReport();
	await checkPress(await pressPdf({ change }), { ...expectations, color: 'rgb' }, report.add);
	expect(report.list().map(({ rule, severity }) => [rule, severity])).toEqual([['press-profile', 'error']]);
});

test('registration marks in all inks are no colour of too much ink', async () => {
	const change = (made: PressPdf) => {
		const ends = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] };
		made.resource('ColorSpace', 'All', made.object(['Separation', 'All', 'DeviceCMYK', ends]));
		made.paint('/All CS 1 SCN .25 w 0 0 m 9 0 l S');
	};
	expect(await said(await pressPdf({ change }))).toEqual([]);
	expect(await rulesOf({ change }, { color: 'gray' })).not.toContain('press-ink');
});

test('messages name what they mean, and the pages', async () => {
	const change = ({ resource, stream, pages, pdf, paint: add }: PressPdf) => {
		resource('XObject', 'P', stream(new Uint8Array(3), imageEntries(1, 1, 'DeviceRGB')));
		for (const page of pages) page.node.set(name('Rotate'), pdf.context.obj(90));
		add('1 0 0 rg 1 1 1 .5 k');
		pdf.catalog.set(name('NeedsRendering'), PDFBool.True);
	};
	expect(await said(await pressPdf({ change }))).toEqual([
		'press-boxes: The page is turned (pages 1, 2 of the file).',
		'press-color: A colour is in DeviceRGB, which the output intent (DeviceCMYK) does not cover (page 1 of the file).',
		'press-ink: A colour has 350 % of ink (100 100 100 50), more than 300 % (page 1 of the file).',
		'press-color: An image of 1 × 1 px is in DeviceRGB, which the output intent (DeviceCMYK) does not cover (pages 1, 2 of the file).',
	]);
});

test('the version in the head counts', async () => {
	const bytes = await pressPdf();
	bytes.set(Buffer.from('%PDF-1.7'), 0);
	expect((await said(bytes))[0]).toMatch(/^press-version: The file is PDF 1.7/);
});

test('whatever is cut off or no PDF is reported and nothing crashes', async () => {
	const bytes = await pressPdf();
	expect(await said(new Uint8Array())).toEqual(['press-damaged: The file is no PDF that can be read.']);
	expect(await said(Buffer.from('%PDF-1.6\nnothing'))).toHaveLength(1);
	for (const length of [100, 1000, Math.floor(bytes.length / 2), bytes.length - 40])
		await expect(said(bytes.slice(0, length))).resolves.toBeDefined();
});

test('a form that draws itself does not hang', async () => {
	const change = ({ resource, stream, pdf, paint: add }: PressPdf) => {
		const form = stream('/Fx Do 1 0 0 rg', { Subtype: 'Form', Resources: { XObject: {} } });
		const resources = pdf.context.lookup(form);
		if (resources && 'dict' in resources)
			(resources.dict as never as { set: (key: PDFName, value: unknown) => void }).set(
				name('Resources'),
				pdf.context.obj({ XObject: { Fx: form } }),
			);
		resource('XObject', 'Fx', form);
		add('/Fx Do');
	};
	expect(await rulesOf({ change })).toEqual(['press-color']);
});

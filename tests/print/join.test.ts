import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { FontFace } from '../../scripts/model/index.ts';
import { packFont } from '../../scripts/print/font-objects.ts';
import { type Joinery, join } from '../../scripts/print/join.ts';
import { setPageLabels } from '../../scripts/print/page-labels.ts';
import type { Part } from '../../scripts/print/part.ts';
import type { Sheet } from '../../scripts/print/sheet.ts';
import { lookAtPdf } from '../support/look-at-pdf.ts';
import { openPdf } from '../support/make-pdf.ts';
import { allTags, isTag, readTags, type TagRead } from '../support/read-tags.ts';
import { fontName, printedPart } from './printed.ts';

const face: FontFace = {
	family: 'Serif',
	weight: 400,
	style: 'normal',
	file: 'serif-400.ttf',
	bytes: new Uint8Array(),
	postScriptName: fontName,
	digest: '',
	shape: '',
	glyphText: () => ({
		coded: new Map([
			[1, 'a'],
			[2, '人'],
			[7, 'c'],
			[8, 'd'],
		]),
		derived: new Map(),
	}),
};

function joinery(sheets: readonly Sheet[], rest: Partial<Joinery> = {}): Joinery {
	return {
		sheets,
		frame: { media: [595, 842], trim: [0, 0, 595, 842], move: [0, 0] },
		lang: 'en',
		xmp: Buffer.from('<x:xmpmeta/>'),
		faces: new Map([[fontName, face]]),
		pack: (one, glyphs) => packFont(one, glyphs, async () => Buffer.from(`font of ${glyphs.join(' ')}`)),
		finish: (shell) => shell.setTitle('Book'),
		...rest,
	};
}

const sheet = (part: Part, page: number, rest: Partial<Sheet> = {}): Sheet => ({
	text: { part, page },
	unit: 'a',
	lang: 'en',
	shift: 0,
	over: [],
	...rest,
});

async function streamsOf(bytes: Uint8Array, matches: (dict: PDFDict) => boolean) {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	return pdf.context
		.enumerateIndirectObjects()
		.flatMap(([, object]) => (object instanceof PDFRawStream && matches(object.dict) ? [object] : []));
}

/** A line for each element, with the text that it owns itself. */
function sayTags(tag: TagRead, depth = 0): readonly string[] {
	const text = tag.kids.map((kid) => ('text' in kid ? kid.text : '')).join('');
	const own = `${' '.repeat(depth)}${tag.type} ${text}`.trimEnd();
	return [own, ...tag.kids.filter(isTag).flatMap((kid) => sayTags(kid, depth + 1))];
}

const is = (key: string, value: string) => (dict: PDFDict) => dict.get(PDFName.of(key)) === PDFName.of(value);

test('pages of several parts stand in the order of the book, with text, links and structure', async () => {
	const one = await printedPart([{ glyphs: [1], links: ['#far'] }, { glyphs: [2] }]);
	const two = await printedPart(
		[{ glyphs: [7], links: ['#near', 'https://example.org/'] }],
		[{ far: [100, 42] }],
	);
	const near: Part = {
		...one,
		pages: one.pages.map((page) => ({ ...page, anchors: { near: [50, 142] as const } })),
	};
	const { bytes, pages, dead, faults } = await join(joinery([sheet(near, 0), sheet(two, 0), sheet(near, 1)]));
	const looks = await lookAtPdf(bytes);
	expect([pages, dead, faults]).toEqual([3, [], []]);
	expect(looks.map(({ text }) => text.map((run) => run[0]))).toEqual([['a'], ['c'], ['人']]);
	expect(looks.map(({ links }) => links.map(({ goal }) => goal))).toEqual([
		[[1, 800]],
		[[0, 700], 'https://example.org/'],
		[],
	]);
	const { document, faults: broken } = await readTags(bytes);
	expect(broken).toEqual([]);
	expect(document).toMatchObject({ type: 'Document', ownLang: 'en' });
	expect(sayTags(document)).toEqual([
		'Document',
		' Sect',
		'  P a',
		'   Link',
		'  P c',
		'   Link',
		'   Link',
		'  P 人',
	]);
});

test('an element that goes on overleaf is one; each unit is a section, and says its language', async () => {
	const one = await printedPart([
		{ glyphs: [1], mark: 'plain-on' },
		{ glyphs: [2], mark: 'plain-more' },
		{ glyphs: [7], type: 'H2', mark: 'plain-on' },
	]);
	const two = await printedPart([{ glyphs: [8], type: 'H2', mark: 'plain-more' }]);
	const { bytes } = await join(
		joinery([
			sheet(one, 0),
			sheet(one, 1),
			{ shift: 0, over: [] },
			sheet(one, 2),
			sheet(two, 0, { unit: 'b', lang: 'zh' }),
		]),
	);
	const { document, faults } = await readTags(bytes);
	expect(faults).toEqual([]);
	// What another unit began does not go on.
	expect(sayTags(document)).toEqual(['Document', ' Sect', '  P a人', '  H2 c', ' Sect', '  H2 d']);
	const [, first, split] = allTags(document);
	expect(first?.ownLang).toBeUndefined();
	expect(split?.kids.map((kid) => 'page' in kid && kid.page)).toEqual([0, 1]);
	expect(allTags(document).map(({ lang }) => lang)).toEqual(['en', 'en', 'en', 'en', 'zh', 'en']);
});

test('the file says in XMP what it is', async () => {
	const { bytes } = await join(joinery([], { xmp: Buffer.from('<x:xmpmeta>報</x:xmpmeta>') }));
	const [metadata] = await streamsOf(bytes, is('Type', 'Metadata'));
	expect(Buffer.from(metadata?.contents ?? []).toString()).toBe('<x:xmpmeta>報</x:xmpmeta>');
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	expect(pdf.catalog.lookup(PDFName.of('Metadata'))).toBeInstanceOf(PDFRawStream);
});

test('a text on the other side is moved with its links, its gradients and its places', async () => {
	const part = await printedPart([{ glyphs: [1], links: ['#a'], gradient: 12.5 }], [{ a: [10, 42] }]);
	const { bytes } = await join(joinery([sheet(part, 0, { shift: -31.5 })]));
	const [look] = await lookAtPdf(bytes);
	expect(look?.text).toEqual(['a 1200,0,0,1200 6850,70000']);
	expect(look?.links[0]?.rect).toEqual([68.5, 690, 118.5, 710]);
	const pdf = await PDFDocument.load(bytes);
	const patterns = pdf.getPage(0).node.Resources()?.lookup(PDFName.of('Pattern'), PDFDict);
	expect(patterns?.lookup(PDFName.of('P5'), PDFDict).get(PDFName.of('Matrix'))?.toString()).toBe(
		'[ 0.75 0 0 -0.75 -19 842 ]',
	);
	const dest = await (await openPdf(bytes)).getDestination('a');
	expect(dest?.slice(1)).toEqual([{ name: 'XYZ' }, -21.5, 800, 0]);
});

test('ids that begin alike are found each: a name tree is searched in the order of bytes', async () => {
	const ids = ['n1', 'n10', 'n1-call', 'n', 'N', '注', 'nö', 'n12'];
	const anchors = Object.fromEntries(ids.map((id, nth) => [id, [0, nth] as const]));
	const part = await printedPart([{ glyphs: [1], links: ids.map((id) => `#${id}`) }], [anchors]);
	const { bytes } = await join(joinery([sheet(part, 0)]));
	const [look] = await lookAtPdf(bytes);
	expect(look?.links.map(({ goal }) => goal)).toEqual(ids.map((_, nth) => [0, 842 - nth]));
	const read = await openPdf(bytes);
	const names = Object.keys((await read.getDestinations()) ?? {});
	const inOrder = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	expect(names.map((name) => Buffer.from(name, 'latin1').length)).toEqual(
		inOrder.map((id) => Buffer.from(id).length),
	);
});

test('a link that leads nowhere is told of, once; places that no link needs are left out', async () => {
	const part = await printedPart(
		[{ glyphs: [1], links: ['#gone', '#gone', '#a'] }],
		[{ a: [0, 0], b: [0, 0] }],
	);
	const { bytes, dead } = await join(joinery([sheet(part, 0)]));
	expect(dead).toEqual(['gone']);
	expect(Object.keys((await (await openPdf(bytes)).getDestinations()) ?? {})).toEqual(['a']);
});

test('an element that goes on overleaf is found where it begins', async () => {
	const part = await printedPart(
		[{ glyphs: [1], links: ['#a'] }, { glyphs: [1] }],
		[{ a: [0, 42] }, { a: [0, 0] }],
	);
	const looks = await lookAtPdf((await join(joinery([sheet(part, 0), sheet(part, 1)]))).bytes);
	expect(looks[0]?.links[0]?.goal).toEqual([0, 800]);
});

test('furniture is drawn as an artifact, from one form for all pages that show it', async () => {
	const text = await printedPart([{ glyphs: [1] }, { glyphs: [1] }]);
	const furniture = await printedPart([2, 7, 8].map((glyph) => ({ glyphs: [glyph], hidden: true }) as const));
	const over = [0, 1].map((page) => ({ part: furniture, page }));
	const ground = { part: furniture, page: 2 };
	const { bytes } = await join(
		joinery([
			sheet(text, 0, { over, ground }),
			sheet(text, 1, { over, ground }),
			{ shift: 0, over: [], ground },
		]),
	);
	const forms = await streamsOf(bytes, is('Subtype', 'Form'));
	expect(forms).toHaveLength(3);
	const looks = await lookAtPdf(bytes);
	expect(looks.map((look) => look.text.map((run) => run[0]).join(''))).toEqual(['da人c', 'da人c', 'd']);
	// What it shows is no element's.
	expect(sayTags((await readTags(bytes)).document)).toEqual(['Document', ' Sect', '  P a', '  P a']);
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const contents = pdf.getPage(0).node.Contents();
	const last = contents && 'asArray' in contents ? pdf.context.lookup(contents.asArray().at(-1)) : undefined;
	expect(last instanceof PDFRawStream && Buffer.from(decodePDFRawStream(last).decode()).toString()).toBe(
		'Q /Artifact BMC q /Dg1 Do Q EMC /Artifact BMC q /Dg2 Do Q EMC\n',
	);
});

test('a page that draws nothing is no form, and a blank page has no content', async () => {
	const part = await printedPart([{ glyphs: [1] }]);
	const empty: Part = { ...part, pages: part.pages.map((page) => ({ ...page, resources: {} })) };
	const { bytes } = await join(
		joinery([{ shift: 0, over: [{ part: empty, page: 0 }], ground: { part: empty, page: 0 } }]),
	);
	expect(await streamsOf(bytes, is('Subtype', 'Form'))).toEqual([]);
	expect((await lookAtPdf(bytes))[0]).toMatchObject({ text: [], links: [] });
});

test('a picture of several parts is there once, another of the same mask beside it', async () => {
	const parts = await Promise.all(
		['cat', 'cat', 'dog'].map((picture) => printedPart([{ glyphs: [1], picture }])),
	);
	const { bytes } = await join(joinery(parts.map((part) => sheet(part, 0))));
	const pictures = await streamsOf(bytes, is('Subtype', 'Image'));
	expect(pictures.map((one) => Buffer.from(decodePDFRawStream(one).decode()).toString()).sort()).toEqual([
		'cat',
		'dog',
		'mask of cat',
		'mask of dog',
	]);
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const shown = pdf
		.getPages()
		.map(({ node }) => node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).get(PDFName.of('X6')));
	expect(shown[0]).toBe(shown[1]);
	expect(shown[2]).not.toBe(shown[0]);
});

test('each face has one object, with the glyphs of all parts', async () => {
	const parts = await Promise.all([[1], [8, 1], [2]].map((glyphs) => printedPart([{ glyphs }])));
	const cuts: (readonly number[])[] = [];
	const cut = async (_face: FontFace, glyphs: readonly number[]) => {
		cuts.push(glyphs);
		return Buffer.from('font');
	};
	const { bytes } = await join(
		joinery(
			parts.map((part) => sheet(part, 0)),
			{ pack: (one, glyphs) => packFont(one, glyphs, cut) },
		),
	);
	expect(cuts).toEqual([[1, 2, 8]]);
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const fonts = pdf.context
		.enumerateIndirectObjects()
		.flatMap(([, one]) => (one instanceof PDFDict && is('Type', 'Font')(one) ? [one] : []));
	expect(fonts).toHaveLength(2);
	const names = new Set(fonts.map((font) => font.get(PDFName.of('BaseFont'))?.toString()));
	expect([...names].join()).toMatch(new RegExp(`^/[A-Z]{6}\\+${fontName}$`));
	const widths = fonts.find(is('Subtype', 'CIDFontType2'))?.get(PDFName.of('W'));
	expect(widths?.toString()).toBe('[ 1 [ 500 600 ] 8 [ 250 ] ]');
});

test('faults of the parts are told, each once, and only of parts that are in the book', async () => {
	const bad = { ...(await printedPart([{ glyphs: [1] }])), faults: ['A font is of Type 3.'] };
	expect((await join(joinery([sheet(bad, 0), sheet({ ...bad }, 0)]))).faults).toEqual([
		'A font is of Type 3.',
	]);
});

test('title, labels and language are the book’s', async () => {
	const part = await printedPart([{ glyphs: [1] }, { glyphs: [1] }]);
	const finish: Joinery['finish'] = (shell, { refs, height }) => {
		expect([refs.length, height]).toEqual([2, 842]);
		shell.setTitle('报告');
		setPageLabels(shell, [{ matter: 'front' }, { matter: 'body' }] as never);
	};
	const read = await openPdf(
		(await join(joinery([sheet(part, 0), sheet(part, 1)], { lang: 'zh', finish }))).bytes,
	);
	expect((await read.getMetadata()).info).toMatchObject({ Title: '报告' });
	expect(await read.getPageLabels()).toEqual(['i', '1']);
	expect(await read.getMarkInfo()).toMatchObject({ Marked: true });
});

test('the bytes do not depend on which face is cut first', async () => {
	const part = await printedPart([{ glyphs: [1] }]);
	const second: Part = { ...part, fonts: { Other: part.fonts[fontName] ?? { widths: {}, descriptor: '' } } };
	const faces = new Map([
		[fontName, face],
		['Other', { ...face, postScriptName: 'Other' }],
	]);
	const joined = async (slow: string) => {
		const cut = async (one: FontFace) => {
			if (one.postScriptName === slow) await new Promise((done) => setTimeout(done, 20));
			return Buffer.from(one.postScriptName);
		};
		return Buffer.from(
			(
				await join(
					joinery([sheet(part, 0), sheet(second, 0)], {
						faces,
						pack: (one, glyphs) => packFont(one, glyphs, () => cut(one)),
					}),
				)
			).bytes,
		);
	};
	expect((await joined('Other')).equals(await joined(fontName))).toBe(true);
});

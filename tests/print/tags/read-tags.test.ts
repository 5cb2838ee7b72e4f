import { type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { findRuns } from '../../../scripts/print/tags/content-runs.ts';
import { TagReader } from '../../../scripts/print/tags/read-tags.ts';
import { emptyPdf } from '../../support/make-pdf.ts';
import { say } from './raw.ts';

/** A reader of a page with these elements, and resources with a face whose glyph 1 is blank and 2 is a digit. */
async function reader(elements: readonly unknown[], page = 0) {
	const pdf = await emptyPdf(page + 1);
	const add = (object: unknown) => pdf.context.register(pdf.context.obj(object as never));
	const box = { S: 'Sect', Lang: PDFHexString.fromText('en'), Pg: pdf.getPage(page).ref, K: elements };
	const document = add({ S: 'Document', K: [box] });
	pdf.catalog.set(PDFName.of('StructTreeRoot'), add({ K: document }));
	const map = '2 beginbfchar <0001> <0020> <0002> <0031> endbfchar';
	const font = add({ Type: 'Font', ToUnicode: pdf.context.register(pdf.context.flateStream(map)) });
	const inner = '/P <</MCID 1>> BDC BT /F1 9 Tf <0002> Tj ET EMC';
	const form = pdf.context.register(pdf.context.flateStream(inner, { Subtype: 'Form' }));
	const image = pdf.context.register(pdf.context.flateStream('', { Subtype: 'Image' }));
	const resources = pdf.context.obj({
		Font: { F1: font },
		XObject: { X1: form, X2: image },
	} as never) as unknown as PDFDict;
	return { tags: new TagReader(pdf, [], () => undefined), resources };
}

const mark = (mcid: number, glyph = '0002') => `/P <</MCID ${mcid}>> BDC BT /F1 9 Tf <${glyph}> Tj ET EMC`;

async function readPage(elements: readonly unknown[], content: string, page = 0) {
	const { tags, resources } = await reader(elements, page);
	const read = tags.read(page, Buffer.from(content), resources);
	const text = Buffer.from(read.content).toString('latin1');
	return {
		flow: say(read.tags.flow),
		runs: findRuns(read.content).map(({ mcid }) => mcid ?? 'artifact'),
		text,
	};
}

test('what an element owns keeps its number, and all else becomes an artifact', async () => {
	const content = `0 0 9 9 re f ${mark(0)} ${mark(1)} /X2 Do`;
	const { flow, runs } = await readPage([{ S: 'P', K: [0] }], content);
	expect([flow, runs]).toEqual(['P(0)', ['artifact', 0, 'artifact', 'artifact']]);
});

test('labels and blanks without marks get numbers of their own, and their elements', async () => {
	const bare = (glyph: string) => `BT /F1 9 Tf <${glyph}> Tj ET`;
	const content = `${bare('0002')} ${mark(0)} ${bare('0001')} ${mark(1)} ${bare('0002')}`;
	const list = {
		S: 'L',
		K: [
			{ S: 'LI', K: [0] },
			{ S: 'LI', K: [1] },
		],
	};
	const { flow, runs } = await readPage([list], content);
	expect(flow).toBe('L(LI(Lbl(2) LBody(0 3)) LI(LBody(1)))');
	expect(runs).toEqual([2, 0, 3, 1, 'artifact']);
});

test('a form is what the element owns that its content belongs to', async () => {
	const { flow, runs } = await readPage([{ S: 'P', K: [0, 1] }], `${mark(0)} q /X1 Do Q`);
	expect([flow, runs]).toEqual(['P(0 1)', [0, 1]]);
});

test('a picture that no one owns is an artifact', async () => {
	expect(await readPage([], 'q /X2 Do Q')).toMatchObject({ flow: '', runs: ['artifact'] });
});

test('a page without elements is all artifacts, and elements go to the page that they name', async () => {
	const { tags, resources } = await reader([{ S: 'P', K: [0] }], 3);
	const content = Buffer.from(mark(0));
	expect(tags.read(1, content, resources).tags).toEqual({ flow: [], notes: [] });
	expect(say(tags.read(3, content, resources).tags.flow)).toBe('P(0)');
});

test('an empty content is one', async () => {
	expect(await readPage([{ S: 'P', K: [0] }], '')).toEqual({ flow: '', runs: [], text: '' });
});

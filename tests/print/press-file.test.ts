import { inflateSync } from 'node:zlib';
import {
	decodePDFRawStream,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	type PDFObject,
	PDFRawStream,
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Size } from '../../scripts/model/index.ts';
import { barePart } from '../../scripts/print/bare-part.ts';
import { packFont } from '../../scripts/print/font-objects.ts';
import { pressFrame } from '../../scripts/print/frame.ts';
import { setPageLabels } from '../../scripts/print/page-labels.ts';
import type { Part } from '../../scripts/print/part.ts';
import { joinPress, type PressJoinery } from '../../scripts/print/press-file.ts';
import type { Sheet } from '../../scripts/print/sheet.ts';
import { edition } from '../support/edition.ts';
import { lookAtPdf } from '../support/look-at-pdf.ts';
import { openPdf } from '../support/make-pdf.ts';
import { printedPart } from './printed.ts';

const A4: Size = { width: 210, height: 297 };
/** The sheet of the parts below, with the page in its upper left corner. */
const place = { sheet: [595, 842], left: 9, top: 9 } as const;
const intent = { bytes: Buffer.from('profile'.repeat(50)), channels: 4, name: '纸 Paper' } as const;

async function made(sheets: readonly Sheet[], rest: Partial<PressJoinery> = {}) {
	const { bytes } = await joinPress({
		sheets,
		frame: pressFrame(A4, place, { bleed: 3, slug: 10 }),
		edition: edition({ metadata: { title: '安全', modified: new Date('2024-05-06T07:08:09Z') } }),
		kind: 'print',
		color: 'cmyk',
		faces: new Map(),
		pack: (face, glyphs) => packFont(face, glyphs, async () => new Uint8Array()),
		intent,
		...rest,
	});
	return { bytes, pdf: await PDFDocument.load(bytes, { updateMetadata: false }) };
}

async function bare(pages: Parameters<typeof printedPart>[0]): Promise<Part> {
	return barePart(await printedPart(pages), new Set(pages.keys()));
}

const sheet = (part: Part, page: number): Sheet => ({ text: { part, page }, shift: 0, over: [] });
const blank: Sheet = { shift: 0, over: [] };

function streamOf(pdf: PDFDocument, object: PDFObject | undefined): PDFRawStream {
	const found = pdf.context.lookup(object);
	if (!(found instanceof PDFRawStream)) throw new Error('There is no stream.');
	return found;
}

const box = (page: PDFDict, name: string) => page.lookup(PDFName.of(name), PDFArray).asRectangle();

test.each([
	['A4', A4, 3],
	['6 × 9 in', { width: 152.4, height: 228.6 }, 3.175],
	['16开', { width: 185, height: 260 }, 5],
] as const)('%s: every page has the boxes that were asked for, to 0.01 pt', async (_name, trim, bleed) => {
	const part = await bare([{ glyphs: [1] }]);
	const frame = pressFrame(trim, place, { bleed, slug: 10 });
	const { pdf } = await made([sheet(part, 0), blank], { frame });
	const points = (mm: number) => (mm / 25.4) * 72;
	for (const { node } of pdf.getPages()) {
		const expected = { TrimBox: [10 + bleed, 0], BleedBox: [10, bleed], MediaBox: [0, 10 + bleed] } as const;
		for (const [name, [start, around]] of Object.entries(expected)) {
			const { x, y, width, height } = box(node, name);
			const wanted = [start, start, trim.width + 2 * around, trim.height + 2 * around].map(points);
			[x, y, width, height].forEach((length, nth) => {
				expect(Math.abs(length - (wanted[nth] ?? 0)), `${name} ${nth}`).toBeLessThan(0.01);
			});
		}
		for (const name of ['ArtBox', 'CropBox']) expect(node.has(PDFName.of(name))).toBe(false);
	}
});

test('a page is cut at the bleed, its text lies where the trim is, and marks lie over all', async () => {
	const part = await bare([{ glyphs: [1] }]);
	const { pdf } = await made([sheet(part, 0), blank]);
	const [first, second] = pdf
		.getPages()
		.map(({ node }) =>
			(node.Contents() as PDFArray)
				.asArray()
				.map((one) => Buffer.from(decodePDFRawStream(streamOf(pdf, one)).decode()).toString()),
		);
	expect(first?.[0]).toMatch(
		/^q 28\.3464567 28\.3464567 [\d.]+ [\d.]+ re W n q 1 0 0 1 27\.85\d+ 45\.74\d+ cm\n$/,
	);
	expect(first?.[2]).toBe('Q Q q /Dg0 Do Q\n');
	expect(second?.join('')).toMatch(/^q [\d. ]+ re W n\nQ q \/Dg0 Do Q\n$/);
	const forms = pdf
		.getPages()
		.map(({ node }) => node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).get(PDFName.of('Dg0')));
	expect(forms[0]).toBe(forms[1]);
});

test('there are neither links nor tags', async () => {
	const part = await bare([{ glyphs: [1], links: ['#a', 'https://example.org/'] }]);
	const { bytes, pdf } = await made([sheet(part, 0)]);
	const [look] = await lookAtPdf(bytes);
	expect(look?.links).toEqual([]);
	const names = [PDFName.of('Annots'), PDFName.of('StructParents'), PDFName.of('Tabs'), PDFName.of('A')];
	for (const [, object] of pdf.context.enumerateIndirectObjects()) {
		const dict = object instanceof PDFRawStream ? object.dict : object;
		if (!(dict instanceof PDFDict)) continue;
		for (const name of names) expect(dict.has(name), name.toString()).toBe(false);
	}
	for (const name of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'OpenAction', 'Names'])
		expect(pdf.catalog.has(PDFName.of(name))).toBe(false);
});

test('it says that it keeps to PDF/X-4, in PDF 1.6, the same way twice', async () => {
	const part = await bare([{ glyphs: [1] }]);
	const { bytes, pdf } = await made([sheet(part, 0)]);
	expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.6');
	const read = await openPdf(bytes);
	const { info, metadata } = await read.getMetadata();
	expect(info).toMatchObject({
		Title: '安全',
		Trapped: { name: 'False' },
		Custom: { GTS_PDFXVersion: 'PDF/X-4' },
	});
	expect(info).toMatchObject({ CreationDate: 'D:20240506070809Z', ModDate: 'D:20240506070809Z' });
	expect(metadata?.get('dc:title')).toBe('安全');
	expect(metadata?.get('pdfxid:gts_pdfxversion')).toBe('PDF/X-4');
	expect(metadata?.get('pdf:trapped')).toBe('False');
	const stream = streamOf(pdf, pdf.catalog.get(PDFName.of('Metadata')));
	expect(stream.dict.has(PDFName.of('Filter'))).toBe(false);
	expect(Buffer.from((await made([sheet(part, 0)])).bytes).equals(bytes)).toBe(true);
});

test('the output intent has the profile with it, and a registry where the condition is registered', async () => {
	const part = await bare([{ glyphs: [1] }]);
	const intentOf = async (rest: Partial<PressJoinery> = {}) => {
		const { pdf } = await made([sheet(part, 0)], rest);
		const intents = pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
		expect(intents.size()).toBe(1);
		return { pdf, dict: intents.lookup(0, PDFDict) };
	};
	const { pdf, dict } = await intentOf();
	expect(dict.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFX');
	expect(dict.get(PDFName.of('OutputConditionIdentifier'))?.toString()).toBe(
		`<${Buffer.from('Custom').toString('hex')}>`,
	);
	expect(dict.has(PDFName.of('RegistryName'))).toBe(false);
	const profile = streamOf(pdf, dict.get(PDFName.of('DestOutputProfile')));
	expect(profile.dict.get(PDFName.of('N'))?.toString()).toBe('4');
	expect(inflateSync(profile.contents).equals(intent.bytes)).toBe(true);
	const { dict: registered } = await intentOf({ intent: { ...intent, condition: 'FOGRA47' } });
	const text = (name: string) =>
		Buffer.from(registered.get(PDFName.of(name))?.toString().slice(1, -1) ?? '', 'hex').toString();
	expect([text('OutputConditionIdentifier'), text('RegistryName')]).toEqual([
		'FOGRA47',
		'http://www.color.org',
	]);
});

test.each([
	['cmyk', '/DeviceCMYK'],
	['gray', '/DeviceGray'],
	['rgb', '/DeviceRGB'],
] as const)('pages that let something shine through blend in the inks of a %s book', async (color, space) => {
	const part = await bare([{ glyphs: [1], picture: 'cat' }, { glyphs: [1] }]);
	const { pdf } = await made([sheet(part, 0), sheet(part, 1)], { color });
	const [first, second] = pdf.getPages().map(({ node }) => node.get(PDFName.of('Group')));
	expect(first?.toString().replaceAll(/\s+/g, ' ')).toContain(`/CS ${space}`);
	expect(second).toBeUndefined();
});

test('folios are those of the pages, and the file has an identity of its own', async () => {
	const part = await bare([{ glyphs: [1] }, { glyphs: [1] }]);
	const labels: PressJoinery['labels'] = (shell) =>
		setPageLabels(shell, [{ matter: 'front' }, { matter: 'body' }] as never);
	const sheets = [sheet(part, 0), sheet(part, 1)];
	const one = await openPdf((await made(sheets, { labels })).bytes);
	expect(await one.getPageLabels()).toEqual(['i', '1']);
	const other = await openPdf((await made(sheets, { kind: 'cover' })).bytes);
	expect(one.fingerprints[0]).toMatch(/^[0-9a-f]{32}$/);
	expect(one.fingerprints[0]).not.toBe(other.fingerprints[0]);
});

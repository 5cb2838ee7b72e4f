import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { createMemo } from '../../../scripts/cache/index.ts';
import { createReport } from '../../../scripts/diagnostics/index.ts';
import { fillShelf } from '../../../scripts/fonts/index.ts';
import type { CoverChoices, PaginatedBook, Place, Tab, Tabs } from '../../../scripts/model/index.ts';
import { printCover } from '../../../scripts/print/cover/index.ts';
import { edition, geometry, tree, unit, usualPress } from '../../support/edition.ts';
import { printedPdf } from '../printed.ts';

interface Wishes {
	readonly pages?: number;
	readonly caliper?: number;
	readonly cover?: Partial<CoverChoices>;
	readonly marks?: boolean;
	/** What the tab says does not fit. */
	readonly unfit?: readonly string[];
	readonly missing?: readonly string[];
	readonly places?: ReadonlyMap<string, Place>;
}

const book: PaginatedBook = {
	pages: [
		{
			index: 0,
			side: 'recto',
			matter: 'front',
			label: 'i',
			unit: 'zh-cover',
			kind: 'cover',
			lang: 'zh',
			body: '<p>Front</p>',
			notes: '',
			showFolio: false,
		},
	],
	geometry,
	trim: { width: 210, height: 297 },
	map: { labels: ['i'], pageOf: new Map() },
	units: 1,
	cached: 0,
	laid: 1,
};

/** Prints with a tab that says what it is told to say. */
async function print(wishes: Wishes = {}, memo = createMemo()) {
	const { pages = 68, caliper = 0.1, cover = {}, marks = true, unfit = [], missing = [], places } = wishes;
	const bytes = await printedPdf([{ glyphs: [] }]);
	const requests: unknown[] = [];
	const tab: Tab = {
		call: async (name, request) => {
			if (name === 'fitCover') requests.push(request);
			return name === 'fitCover' ? unfit : [];
		},
		pdf: async () => bytes,
		missing: () => missing,
		screenshot: () => Promise.reject(new Error('not asked for')),
		close: async () => {},
	};
	const tabs: Tabs = {
		version: '1',
		count: 1,
		use: async (_shelf, work) => await work(tab),
		prepare: async () => {},
	};
	const made = edition({
		press: {
			...usualPress.press,
			marks,
			paper: { caliper },
			cover: { ...usualPress.press.cover, ...cover },
			...(places ? { places } : {}),
		},
		coverSheet: unit('zh-cover-sheet', { body: tree('<p>Back</p>') }),
	});
	const report = createReport();
	const printed = await printCover(made, book, {
		tabs,
		shelf: fillShelf(made, [], ''),
		fonts: [],
		sheetCss: '',
		coverCss: '',
		cut: () => {
			throw new Error('There is no face.');
		},
		memo,
		report: report.add,
		detail: async (_name, work) => await work(),
		pages,
		inks: { key: 'none', convert: async (part) => part },
	});
	return { printed, found: report.list(), requests };
}

test('one page: two pages of the book and the spine, bleed and marks round it, to a hundredth of a point', async () => {
	const { printed, found } = await print({ pages: 100, cover: { flaps: 80 } });
	expect(found).toEqual([]);
	const pdf = await PDFDocument.load(printed?.bytes ?? new Uint8Array());
	expect(pdf.getPageCount()).toBe(1);
	const [page] = pdf.getPages();
	const points = (length: number) => (length * 72) / 25.4;
	const trim = page?.getTrimBox();
	expect(trim?.width).toBeCloseTo(points(160 + 420 + 5.6), 2);
	expect(trim?.height).toBeCloseTo(points(297), 2);
	expect(page?.getBleedBox().width).toBeCloseTo(points(160 + 420 + 5.6 + 6), 2);
	expect(page?.getMediaBox().width).toBeCloseTo(points(160 + 420 + 5.6 + 6 + 20), 2);
});

test('without marks the media ends with the bleed', async () => {
	const { printed } = await print({ marks: false });
	const pdf = await PDFDocument.load(printed?.bytes ?? new Uint8Array());
	const page = pdf.getPage(0);
	expect(page.getMediaBox()).toEqual(page.getBleedBox());
});

test('a spine wider than 60 mm is an error where the paper stands in book.yaml', async () => {
	const place = { file: 'book.yaml', line: 40, column: 12 };
	const { printed, found } = await print({
		pages: 1788,
		places: new Map([['paper.caliper', place]]),
	});
	expect(printed).toBeUndefined();
	expect(found).toMatchObject([
		{
			rule: 'cover-spine',
			message: '1788 pages of paper 0.1 mm thick make a spine of 90 mm; it may have 60 mm at most.',
			...place,
		},
	]);
});

test('one of 60 mm is none, nor one thinner than 1 mm', async () => {
	expect((await print({ pages: 1188 })).found).toEqual([]);
	expect((await print({ pages: 4, caliper: 0.05 })).found).toEqual([]);
});

test('a spine of 6 mm asks for a title, a thinner one and one that shall stay bare do not', async () => {
	expect((await print({ pages: 108 })).requests).toEqual([
		{ title: expect.closeTo(3.2, 5), smallest: expect.closeTo(2.117, 3), clearance: 1 },
	]);
	expect((await print({ pages: 104 })).requests).toMatchObject([{ title: null }]);
	expect((await print({ pages: 300, cover: { spineText: 'none' } })).requests).toMatchObject([
		{ title: null },
	]);
});

test('a text that does not fit is an error, and no sheet is made', async () => {
	const { printed, found } = await print({ unfit: ['description', 'barcode', 'flap'] });
	expect(printed).toBeUndefined();
	expect(found.map(({ rule }) => rule)).toEqual(['cover-overflow', 'cover-overflow', 'cover-overflow']);
	expect(found[0]?.message).toMatch(/description/);
});

test('a title that does not fit on the spine is left out, which is said', async () => {
	const { printed, found } = await print({ pages: 120, unfit: ['spine'] });
	expect(printed?.pages).toBe(1);
	expect(found).toMatchObject([
		{ rule: 'cover-spine-text', message: 'The title does not fit on a spine of 6.6 mm.' },
	]);
});

test('what a template asks for in vain is told', async () => {
	const { found } = await print({ missing: ['http://book.invalid/logo.png'] });
	expect(found).toMatchObject([{ rule: 'resource-refused' }]);
});

test('the same sheet is printed once in a session, and its findings are said again', async () => {
	const memo = createMemo();
	const first = await print({ pages: 120, unfit: ['spine'] }, memo);
	const second = await print({ pages: 120, unfit: ['spine'] }, memo);
	expect(second.requests).toEqual([]);
	expect(second.found).toEqual(first.found);
	expect(second.printed?.bytes).toEqual(first.printed?.bytes);
});

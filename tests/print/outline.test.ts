import type { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Edition, PageMap } from '../../scripts/model/index.ts';
import { type OutlinePages, setOutline } from '../../scripts/print/outline.ts';
import { edition, inline, tocEntry } from '../support/edition.ts';
import { emptyPdf, openPdf } from '../support/make-pdf.ts';

const pagesOf = (pdf: PDFDocument): OutlinePages => ({
	refs: pdf.getPages().map((page) => page.ref),
	height: 842,
});

interface Shown {
	readonly title: string;
	readonly page: number | undefined;
	readonly items: readonly Shown[];
}

async function outlineOf(
	contents: Partial<Pick<Edition, 'toc' | 'layout'>>,
	pageOf: Readonly<Record<string, number>>,
) {
	const pdf = await emptyPdf(5);
	const map: PageMap = { labels: [], pageOf: new Map(Object.entries(pageOf)) };
	setOutline(pdf, { ...book, ...contents }, map, pagesOf(pdf));
	const read = await openPdf(pdf);
	type Item = Awaited<ReturnType<typeof read.getOutline>>[number];
	const show = async (item: Item): Promise<Shown> => ({
		title: item.title,
		page: Array.isArray(item.dest) ? await read.getPageIndex(item.dest[0]) : undefined,
		items: await Promise.all(item.items.map((one: Item) => show(one))),
	});
	const items = await read.getOutline();
	return items && (await Promise.all(items.map(show)));
}

const toc = [
	tocEntry('front', '序 “言” & (a)'),
	tocEntry('part', 'Part 1', [tocEntry('a', '甲'), tocEntry('b', '乙'), tocEntry('c', '丙')]),
	tocEntry('back', '𠮷'),
];

const book = edition({ toc, labels: { 'between-languages': ' / ' } });

test('the outline is the contents: titles, levels, order and pages', async () => {
	expect(await outlineOf({}, { front: 0, part: 1, a: 2, b: 2, c: 3, back: 4 })).toEqual([
		{ title: '序 “言” & (a)', page: 0, items: [] },
		{
			title: 'Part 1',
			page: 1,
			items: [
				{ title: '甲', page: 2, items: [] },
				{ title: '乙', page: 2, items: [] },
				{ title: '丙', page: 3, items: [] },
			],
		},
		{ title: '𠮷', page: 4, items: [] },
	]);
});

test('an entry that stands on no page stays, and leads nowhere', async () => {
	expect(await outlineOf({ toc: toc.slice(0, 1) }, {})).toEqual([
		{ title: '序 “言” & (a)', page: undefined, items: [] },
	]);
});

test('empty contents make no outline', async () => {
	expect(await outlineOf({ toc: [] }, {})).toBeNull();
});

const translated = [
	{ ...tocEntry('a', '甲'), other: { id: 'b', unit: 'b', title: inline('A', 'en') } },
	{ ...tocEntry('c', 'AI'), other: { id: 'd', unit: 'c', title: inline('AI', 'en') } },
];
const places = { a: 1, b: 2, c: 3 };

test('an entry has both titles, and leads to the first text', async () => {
	expect(await outlineOf({ toc: translated, layout: 'facing' }, places)).toEqual([
		{ title: '甲 / A', page: 1, items: [] },
		{ title: 'AI', page: 3, items: [] },
	]);
});

test('a translation that follows its text is reached by an entry of its own', async () => {
	expect(await outlineOf({ toc: translated, layout: 'pieces' }, places)).toEqual([
		{ title: '甲 / A', page: 1, items: [{ title: 'A', page: 2, items: [] }] },
		{ title: 'AI', page: 3, items: [] },
	]);
});

test('every level is open', async () => {
	const pdf = await emptyPdf(1);
	setOutline(pdf, book, { labels: [], pageOf: new Map() }, pagesOf(pdf));
	const items = await (await openPdf(pdf)).getOutline();
	expect(items.map((item) => item.count)).toEqual([undefined, 3, undefined]);
});

test('an entry leads to the upper edge of its page, and leaves the zoom as it is', async () => {
	const pdf = await emptyPdf(1);
	setOutline(pdf, book, { labels: [], pageOf: new Map([['front', 0]]) }, pagesOf(pdf));
	const [first] = await (await openPdf(pdf)).getOutline();
	expect(first?.dest?.slice(1)).toEqual([{ name: 'XYZ' }, null, 842, null]);
});

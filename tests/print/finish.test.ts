import type { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Page, PaginatedBook } from '../../scripts/model/index.ts';
import { finishPdf } from '../../scripts/print/finish.ts';
import { edition, geometry, tocEntry } from '../support/edition.ts';
import { addDestinations, addLink, emptyPdf, openPdf } from '../support/make-pdf.ts';

const pages = (['front', 'body', 'body'] as const).map((matter, index) => ({ matter, index }) as Page);
const book: PaginatedBook = {
	pages,
	geometry,
	units: 2,
	cached: 0,
	map: { labels: ['i', '1', '2'], pageOf: new Map([['a', 1]]) },
};
const made = edition({ toc: [tocEntry('a', '甲')], metadata: { title: '报告' } });

const extras = { fonts: [], inspect() {} };

async function source(): Promise<Uint8Array> {
	const pdf = await emptyPdf(3);
	addDestinations(pdf, { a: 1 });
	addLink(pdf, 0, 'a');
	return await pdf.save();
}

test('adds metadata, outline and page labels in one go, and keeps what the browser made', async () => {
	const read = await openPdf(await finishPdf(await source(), made, book, extras));
	expect(read.numPages).toBe(3);
	expect(await read.getPageLabels()).toEqual(['i', '1', '2']);
	expect((await read.getOutline()).map((item) => item.title)).toEqual(['甲']);
	expect((await read.getMetadata()).info).toMatchObject({ Title: '报告' });
	expect(await read.getDestinations()).toHaveProperty('a');
	expect((await (await read.getPage(1)).getAnnotations())[0]).toMatchObject({ dest: 'a' });
});

test('the same pages make the same bytes', async () => {
	const from = await source();
	const [first, second] = [
		await finishPdf(from, made, book, extras),
		await finishPdf(from, made, book, extras),
	];
	expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('the finished document is shown before it is saved', async () => {
	const seen: number[] = [];
	const inspect = (pdf: PDFDocument) => void seen.push(pdf.getPageCount(), pdf.getTitle()?.length ?? 0);
	await finishPdf(await source(), made, book, { fonts: [], inspect });
	expect(seen).toEqual([3, 2]);
});

test('what is no PDF is refused', async () => {
	await expect(finishPdf(new TextEncoder().encode('<html>'), made, book, extras)).rejects.toThrow();
});

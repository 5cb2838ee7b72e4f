import { expect, test } from 'vitest';
import type { Matter, Page } from '../../scripts/model/index.ts';
import { setPageLabels } from '../../scripts/print/page-labels.ts';
import { emptyPdf, openPdf } from '../support/make-pdf.ts';

async function labels(...matters: readonly Matter[]): Promise<readonly string[] | null> {
	return await labelsFrom(1, ...matters);
}

/** Where the first page of the text has a number. */
async function labelsFrom(first: number, ...matters: readonly Matter[]): Promise<readonly string[] | null> {
	const pdf = await emptyPdf(matters.length);
	const start = matters.findIndex((matter) => matter !== 'front');
	const pages = matters.map(
		(matter, index) =>
			({ matter, index, label: matter === 'front' ? 'i' : String(first + index - start) }) as Page,
	);
	setPageLabels(pdf, pages);
	return await (await openPdf(pdf)).getPageLabels();
}

test('i, ii, iii, then 1, 2, and the back goes on', async () => {
	expect(await labels('front', 'front', 'front', 'body', 'body', 'back')).toEqual([
		'i',
		'ii',
		'iii',
		'1',
		'2',
		'3',
	]);
});

test('a book of front matter alone, and one without any', async () => {
	expect(await labels('front', 'front')).toEqual(['i', 'ii']);
	expect(await labels('body', 'back')).toEqual(['1', '2']);
	expect(await labels('front', 'back')).toEqual(['i', '1']);
});

test('a text that begins on a verso begins with 2, as it is printed', async () => {
	expect(await labelsFrom(2, 'front', 'body', 'body', 'back')).toEqual(['i', '2', '3', '4']);
});

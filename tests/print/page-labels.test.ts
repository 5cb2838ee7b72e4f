import { expect, test } from 'vitest';
import type { Matter, Page } from '../../scripts/model/index.ts';
import { setPageLabels } from '../../scripts/print/page-labels.ts';
import { emptyPdf, openPdf } from '../support/make-pdf.ts';

async function labels(...matters: readonly Matter[]): Promise<readonly string[] | null> {
	const pdf = await emptyPdf(matters.length);
	const pages = matters.map((matter, index) => ({ matter, index }) as Page);
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

import { expect, test } from 'vitest';
import type { Page } from '../../../scripts/model/index.ts';
import { coverHtml } from '../../../scripts/print/cover/html.ts';
import { tree, unit } from '../../support/edition.ts';

const front: Page = {
	index: 0,
	side: 'recto',
	matter: 'front',
	label: 'i',
	unit: 'zh-cover',
	kind: 'cover',
	lang: 'zh',
	body: '<section class="unit cover" lang="zh"><p>书名</p></section>',
	notes: '',
	showFolio: false,
};
const sheet = unit('zh-cover-sheet', {
	body: tree('<section class="cover-sheet">Back &amp; spine</section>'),
});

test('the front is the cover page of the book, over its own ground', () => {
	const html = coverHtml({ sheet, front, hasSpineText: true });
	expect(html).toContain(front.body);
	expect(html).toMatch(
		/^<section class="cover-sheet-page" lang="zh"><div class="page cover-page front-ground"><\/div>/,
	);
	expect(html).toContain('<section class="page recto cover-page text-layer" lang="zh">');
	expect(html).toContain('Back &#x26; spine');
});

test('a bare spine says so', () => {
	expect(coverHtml({ sheet, front, hasSpineText: false })).toContain('class="cover-sheet-page bare-spine"');
});

import { expect, test } from 'vitest';
import { bothLabels, ownLabels } from '../../scripts/compose/both-labels.ts';
import { markup, ownHouse } from '../support/edition.ts';

const zh = { lang: 'zh', labels: { contents: '目录', colon: ':', 'bilingual-edition-name': '双语版' } };
const en = {
	lang: 'en',
	labels: { contents: 'Contents & more', colon: ':', 'bilingual-edition-name': 'Bilingual edition' },
};

test('a label stands in both languages, each marked', () => {
	const { contents } = bothLabels([zh, en]);
	expect(contents?.text).toBe('目录 Contents & more');
	expect(contents?.html).toBe('目录 <span lang="en">Contents &amp; more</span>');
	expect(markup(contents?.children ?? [])).toBe(
		'<span lang="zh">目录</span> <span class="translation" lang="en">Contents &#x26; more</span>',
	);
	expect(contents?.children.map((node) => node.data)).toMatchObject([
		{ flow: 'zh' },
		undefined,
		{ flow: 'en' },
	]);
});

test('one that is the same in both stands once', () => {
	expect(bothLabels([zh, en]).colon).toMatchObject({ text: ':', children: [{ value: ':' }] });
});

test('one that the second language lacks shows its key', () => {
	expect(bothLabels([zh, { lang: 'en', labels: {} }]).contents?.text).toBe('目录 contents');
});

test('the edition has the name of one in two languages', () => {
	expect(bothLabels([zh, en])['edition-name']?.text).toBe('双语版 Bilingual edition');
	expect(ownLabels(zh)['edition-name']).toBe('双语版');
	expect(ownLabels({ labels: { 'edition-name': '中文版' } })['edition-name']).toBe('中文版');
});

test('the wording of the house has that name in each language', async () => {
	const { labels } = await ownHouse();
	for (const [lang, own] of Object.entries(labels)) {
		expect(own['bilingual-edition-name'], lang).not.toBe(own['edition-name']);
		expect(own['bilingual-edition-name'], lang).toBeTruthy();
	}
});

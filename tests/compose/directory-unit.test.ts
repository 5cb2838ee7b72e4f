import { expect, test } from 'vitest';
import { directoryUnit } from '../../scripts/compose/directory-unit.ts';
import { book, both, inline, markup, ownHouse, person, piece } from '../support/edition.ts';
import { contextOf } from './support.ts';

const house = await ownHouse();
const people = [
	person('zeng', '曾毅', 'Zeng Yi', { affiliation: both('研究所', 'Institute') }),
	person('xie', '解放', 'Xie Fang'),
	person('shan', '单志广', 'Shan Zhiguang', { sort: { en: 'Aaa' } }),
	person('guest', '', 'Guest', { name: { zh: inline('Guest', 'en'), en: inline('Guest', 'en') } }),
	person('idle', '闲人', 'Idle'),
];
const pieces = ['zh', 'en'].flatMap((lang) => [
	piece('a', lang, { authors: ['zeng', 'xie'] }),
	piece('b', lang, { authors: ['shan', 'zeng', 'guest'] }),
]);
const made = book({ contents: [], pieces, people });

async function directory(lang: string) {
	const context = await contextOf(made, lang, house);
	return directoryUnit(
		context,
		pieces.filter((one) => one.lang === lang).map((one) => [one]),
	);
}

function namesIn(html: string): readonly string[] {
	return [...html.matchAll(/<p class="directory-name">(.*?)<\/p>/g)].map(([, name]) =>
		(name ?? '').replaceAll(/<[^>]+>/g, ''),
	);
}

test('lists who signs, by pinyin in Chinese, with the name in the other language', async () => {
	const unit = await directory('zh');
	expect(unit).toMatchObject({ id: 'zh-directory', kind: 'directory', matter: 'back', folios: 'all' });
	expect(namesIn(markup(unit?.body ?? []))).toEqual([
		'Guest',
		'单志广 Shan Zhiguang',
		'解放 Xie Fang',
		'曾毅 Zeng Yi',
	]);
});

test('a key of contributors.yaml moves a name in its language', async () => {
	const unit = await directory('en');
	expect(namesIn(markup(unit?.body ?? []))).toEqual([
		'Shan Zhiguang 单志广',
		'Guest',
		'Xie Fang 解放',
		'Zeng Yi 曾毅',
	]);
});

test('each has the pieces they wrote, with a link and a place for the page', async () => {
	const html = markup((await directory('zh'))?.body ?? []);
	const zeng = html.slice(html.indexOf('曾毅'));
	expect(zeng.match(/<a class="toc-title" href="(#[^"]+)"/g)).toHaveLength(2);
	expect(zeng).toContain('<a class="page-ref" href="#zh-a"></a>');
	expect(zeng).toContain('<a class="page-ref" href="#zh-b"></a>');
	expect(zeng).toContain('<p class="affiliation">研究所</p>');
	expect(html).toContain('<h1 id="zh-directory">');
});

test('a book that nobody signs has no directory', async () => {
	const context = await contextOf(made, 'zh', house);
	expect(directoryUnit(context, [[piece('c', 'zh')]])).toBeUndefined();
});

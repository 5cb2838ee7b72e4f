import { expect, test } from 'vitest';
import {
	disclaimerIn,
	disclaimerUnits,
	frontUnits,
	halfTitleUnit,
} from '../../scripts/compose/front-units.ts';
import type { Book } from '../../scripts/model/index.ts';
import { book, both, inline, markup, ownHouse, text, tocEntry } from '../support/edition.ts';
import { contextOf } from './support.ts';

const house = await ownHouse();
const full = book({
	contents: [],
	pieces: [],
	subtitle: both('副题', 'Subtitle'),
	publishers: [both('出版社', 'House')],
	disclaimer: { zh: [inline('一'), inline('二')], en: [inline('One', 'en')] },
});
const byline = { ...tocEntry('zh-a', '甲'), byline: inline('季卫东') };
const toc = [tocEntry('zh-front', '序'), tocEntry('zh-part-1', '第一章', [byline])];

async function front(from: Book, lang = 'zh') {
	const context = await contextOf(from, lang, house);
	return frontUnits(context, toc, disclaimerUnits(context, disclaimerIn(context)));
}

async function htmlOf(kind: string, from = full, lang = 'zh'): Promise<string> {
	return markup((await front(from, lang)).find((unit) => unit.kind === kind)?.body ?? []);
}

test('the pages before the first piece, in order', async () => {
	const units = await front(full);
	expect(units.map((unit) => [unit.id, unit.start, unit.folios, unit.media])).toEqual([
		['zh-cover', 'recto', 'none', 'all'],
		['zh-title-page', 'recto', 'none', 'all'],
		['zh-imprint', 'any', 'none', 'all'],
		['zh-contents', 'recto', 'all', 'pages'],
		['zh-disclaimer', 'any', 'all', 'all'],
	]);
	for (const unit of units) expect(unit).toMatchObject({ matter: 'front', lang: 'zh', notes: [] });
});

test('the half title shows the title alone, and only where there are pages', async () => {
	const unit = halfTitleUnit(await contextOf(full, 'zh', house));
	expect(unit).toMatchObject({ id: 'zh-half-title', kind: 'half-title', media: 'pages', folios: 'none' });
	const html = markup(unit.body);
	expect(html.replaceAll(/<[^>]+>/g, '').trim()).toBe('报告');
});

test('a book without a disclaimer in the language has no such page', async () => {
	const { disclaimer: _disclaimer, ...without } = full;
	expect((await front(without)).map((unit) => unit.kind)).not.toContain('disclaimer');
	const empty = { ...full, disclaimer: { zh: [], en: [inline('One', 'en')] } };
	expect((await front(empty)).map((unit) => unit.kind)).not.toContain('disclaimer');
	expect((await front(empty, 'en')).map((unit) => unit.kind)).toContain('disclaimer');
});

test('only the contents have running heads', async () => {
	const heads = (await front(full)).filter((unit) => unit.runningHeads);
	expect(heads.map((unit) => unit.kind)).toEqual(['contents']);
	expect(heads[0]?.runningHeads).toMatchObject({
		verso: { text: '报告' },
		recto: { text: house.labels.zh?.contents },
	});
});

test('the title page shows both titles, each in its language', async () => {
	const html = await htmlOf('title-page');
	expect(html).toMatch(/<h1 class="book-title">.*报告.*<\/h1>/);
	expect(html).toMatch(/<p class="book-other-title[^>]*lang="en">Report<\/p>/);
	expect(html).toContain('副题');
	expect(html).toContain('出版社');
	expect(html).toContain('2024年1月');
});

test('a title with markup in it is text on the cover and the imprint', async () => {
	const hard = 'A <i> & "b"';
	const title = { zh: { lang: 'zh', text: hard, html: '', children: [text(hard)] } };
	for (const kind of ['cover', 'title-page', 'imprint']) {
		expect(await htmlOf(kind, { ...full, title })).toContain('A &#x3C;i> &#x26; "b"');
	}
});

test('the contents have the entries in levels, with links, bylines and places for folios', async () => {
	const html = await htmlOf('contents');
	const links = [...html.matchAll(/<a class="toc-title[^"]*" href="#([^"]+)"/g)].map(([, id]) => id);
	expect(links).toEqual(['zh-front', 'zh-part-1', 'zh-a']);
	const folios = [...html.matchAll(/<a class="page-ref" href="#([^"]+)"><\/a>/g)].map(([, id]) => id);
	expect(folios).toEqual(links);
	expect(html).toContain('<p class="toc-byline">季卫东</p>');
	expect(html.indexOf('<ol>')).toBeGreaterThan(html.indexOf('#zh-part-1'));
});

test('the disclaimer has its paragraphs', async () => {
	expect(await htmlOf('disclaimer')).toMatch(/<p>一<\/p><p>二<\/p>/);
});

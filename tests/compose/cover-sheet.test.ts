import { expect, test } from 'vitest';
import type { Context } from '../../scripts/compose/context.ts';
import { createContexts } from '../../scripts/compose/contexts.ts';
import { coverSheet } from '../../scripts/compose/cover-sheet.ts';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Book, BookConfig, CoverChoices, Lang } from '../../scripts/model/index.ts';
import { book, both, inline, localText, markup, ownHouse, usualPress } from '../support/edition.ts';
import { editionIn } from '../support/edition-choice.ts';
import { contextOf } from './support.ts';

const house = await ownHouse();

interface Wishes {
	readonly cover?: Partial<CoverChoices>;
	readonly config?: Partial<BookConfig>;
	readonly lang?: string;
	/** Second language of an edition in two. */
	readonly other?: string;
	readonly title?: Book['title'];
}

async function sheetOf({ cover = {}, config = {}, lang = 'zh', other, title }: Wishes = {}) {
	const press = { ...usualPress.press, cover: { ...usualPress.press.cover, ...cover } };
	const made = book({
		title: title ?? both('治理12讲', 'Twelve Talks'),
		subtitle: both('摘编', 'A Digest'),
		publishers: [{ zh: inline('学会', 'zh'), en: inline('Society', 'en') }],
		contents: [],
		pieces: [],
		config: {
			press,
			description: {
				zh: localText('第一段。\n\n第二段\n续。', 'zh'),
				en: localText('About it & more.', 'en'),
			},
			series: { title: { zh: localText('丛书', 'zh'), en: localText('Series', 'en') }, number: '3' },
			...config,
		},
	});
	const unit =
		other === undefined
			? await coverSheet(await contextOf(made, lang, house), editionIn(lang))
			: await coverSheet(await bothOf(made, [lang, other]), {
					id: 'both',
					languages: [lang, other],
					layout: 'facing',
					sync: 'heading',
				});
	return { unit, html: markup(unit.body) };
}

async function bothOf(made: Book, languages: readonly [Lang, Lang]): Promise<Context> {
	const sources = { book: made, house, memo: noMemo, report: () => {} };
	return (await createContexts(sources, languages, 'facing')).both;
}

const withIsbn = { isbns: { zh: { print: '9787302511830' } } };

test('the back says what the book is about, paragraph by paragraph', async () => {
	const { html } = await sheetOf();
	expect(html).toContain('<p class="back-description" lang="zh">第一段。</p>');
	expect(html).toContain('<p class="back-description" lang="zh">第二段续。</p>');
	expect(html).toContain('<p lang="zh">学会</p><p class="back-date">2024年1月</p>');
	expect(html).toMatch(/back-series[^>]*>丛书 <span class="series-number">3</);
});

test('a description that stands in for a missing one says its language', async () => {
	const { html } = await sheetOf({ config: { description: { zh: localText('Only English.', 'en') } } });
	expect(html).toContain('<p class="back-description" lang="en">Only English.</p>');
});

test('the spine has title, subtitle, series and publisher, short numbers upright', async () => {
	const { html } = await sheetOf();
	expect(html).toContain('治理<span class="upright-digits">12</span>讲');
	expect(html).toMatch(/spine-subtitle" lang="zh">摘编/);
	expect(html).toContain('spine-series" lang="zh">丛书 <span class="upright-digits">3</span>');
	expect(html).toMatch(/spine-publisher" lang="zh">学会/);
});

test('a book with an ISBN for print has its barcode, with the price below it', async () => {
	const { html } = await sheetOf({ config: withIsbn, cover: { price: '¥52.00', priceCode: '05200' } });
	expect(html).toContain('ISBN 978-7-302-51183-0');
	expect(html).toContain('>05200</text>');
	expect(html).toContain('<p class="barcode-price sans">¥52.00</p>');
	expect(html).not.toContain('back-price');
});

test('one without has no white field, and its price stands by its date', async () => {
	const { html } = await sheetOf({ cover: { price: '¥52.00' } });
	expect(html).not.toContain('barcode');
	expect(html).toContain('<p class="back-price sans">¥52.00</p>');
});

test('the ISBN of another edition is not printed', async () => {
	const { html } = await sheetOf({ config: withIsbn, lang: 'en' });
	expect(html).not.toContain('barcode');
});

test('a flap tells of the book in its other language; without flaps nothing does', async () => {
	const { html } = await sheetOf({ cover: { flaps: 80 } });
	expect(html).toMatch(/<div class="flap-book" lang="en">.*Twelve Talks.*About it &#x26; more\./);
	expect((await sheetOf()).html).not.toContain('flap-book');
});

test('in two languages the back speaks both, the spine has both titles, and the flap repeats nothing', async () => {
	const { html } = await sheetOf({
		cover: { flaps: 80 },
		config: { isbns: { zh: { print: '9787302511830' }, both: { print: '9780306406157' } } },
		other: 'en',
	});
	const back = html.slice(html.indexOf('back-text'), html.indexOf('sheet-spine'));
	expect(back).toMatch(/back-series sans" lang="zh">丛书 .*back-series sans" lang="en">Series .*>3</);
	expect(back).toContain('<p class="back-description" lang="zh">第一段。</p>');
	expect(back).toMatch(
		/back-translation" lang="en"><p class="back-description" lang="en">About it &#x26; more/,
	);
	expect(back).toMatch(/学会.*2024年1月.*Society.*lang="en">January 2024/);
	expect(back).toContain('ISBN 978-0-306-40615-7');
	const spine = html.slice(html.indexOf('sheet-spine'), html.indexOf('front-flap'));
	expect(spine).toMatch(/spine-subtitle" lang="en">Twelve Talks/);
	expect(spine).not.toContain('摘编');
	expect(html).not.toContain('flap-book');
});

test('a title that is the same in both languages stands on the spine once', async () => {
	const { html } = await sheetOf({ other: 'en', title: both('AI', 'AI') });
	expect(html).toMatch(/spine-title" lang="zh">AI<span class="spine-subtitle" lang="zh">摘编/);
});

test('it has no pages, and what is said of it leads to book.yaml', async () => {
	const { unit } = await sheetOf();
	expect(unit).toMatchObject({ id: 'zh-cover-sheet', media: 'pages', file: 'book.yaml', notes: [] });
});

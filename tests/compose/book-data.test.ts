import { expect, test } from 'vitest';
import { bookData } from '../../scripts/compose/book-data.ts';
import { book, both, inline } from '../support/edition.ts';

const made = book({
	contents: [],
	pieces: [],
	subtitle: both('副题', 'Subtitle'),
	publishers: [both('出版社', 'House'), { en: inline('Only', 'en') }],
	disclaimer: { zh: [inline('一'), inline('二')] },
});

test('holds what the templates show, in the language of the edition', () => {
	expect(bookData(made, 'zh', { 'short-disclaimer': '仅代表<个人>' })).toMatchObject({
		title: { text: '报告' },
		subtitle: { text: '副题' },
		other_titles: [{ text: 'Report', lang: 'en' }],
		other_subtitles: [{ text: 'Subtitle' }],
		publishers: [{ text: '出版社' }],
		date: '2024年1月',
		rights: undefined,
		disclaimer: [{ text: '一' }, { text: '二' }],
		short_disclaimer: { text: '仅代表<个人>', html: '仅代表&lt;个人>' },
	});
});

test('a title that stands in for a translation is not shown twice', () => {
	const untranslated = { ...made, title: { zh: inline('报告', 'zh'), en: inline('报告', 'zh') } };
	expect(bookData(untranslated, 'zh', {}).other_titles).toEqual([]);
	expect(bookData(untranslated, 'en', {})).toMatchObject({
		title: { text: '报告', lang: 'zh' },
		other_titles: [{ text: '报告' }],
	});
});

test('the short disclaimer of the book goes before the label', () => {
	const own = { ...made, shortDisclaimer: both('本书', 'This book') };
	expect(bookData(own, 'en', { 'short-disclaimer': 'House' }).short_disclaimer).toMatchObject({
		text: 'This book',
	});
	expect(bookData(made, 'en', {}).short_disclaimer).toMatchObject({ text: '' });
});

test('a book without subtitle and disclaimer has none in the templates', () => {
	const bare = book({ contents: [], pieces: [] });
	expect(bookData(bare, 'en', {})).toMatchObject({
		subtitle: undefined,
		other_subtitles: [],
		disclaimer: [],
	});
});

import { expect, test } from 'vitest';
import { openBook } from './support/edited-book.ts';

// What an edit in one language makes anew of an edition in two, and that the outcome is that of a cold build.

const english = 'chapters/risks/values.en.md';
const chinese = 'chapters/risks/values.zh.md';

test('a word of the one text has that one laid out, and the other stays as it is', async () => {
	const book = await openBook('facing', '{ languages: [zh, en], layout: facing }');
	const { all } = await book.build();
	expect(all).toBeGreaterThan(15);
	expect(await book.build()).toMatchObject({ units: 0, parts: 0 });
	await book.edit(english, 'Each time a recommender', 'Every time a recommender');
	expect(await book.build()).toMatchObject({ units: 1 });
	expect(await book.equalsCold()).toBe(true);
	await book.edit(chinese, '推荐系统每排', '推荐系统每回排');
	expect(await book.build()).toMatchObject({ units: 1 });
	expect(await book.equalsCold()).toBe(true);
});

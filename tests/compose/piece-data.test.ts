import { expect, test } from 'vitest';
import { closingData, hasClosing, noClosing } from '../../scripts/compose/piece-data.ts';
import { book, both, inline, ownHouse, person, piece } from '../support/edition.ts';
import { contextOf } from './support.ts';

const house = await ownHouse();
const people = [
	person('ji', '季', 'Ji', { bio: both('教授。', 'Professor.') }),
	person('lab', 'Lab', 'Lab', { bio: both('A lab.', 'A lab.') }),
	person('quiet', '默', 'Quiet'),
];
const disclaimer = { zh: [inline('声明')], en: [inline('D', 'en')] };
const made = book({ contents: [], pieces: [], people, disclaimer });

async function closing(zh: readonly string[], en: readonly string[], source = made) {
	const voice = async (lang: string, authors: readonly string[]) => ({
		context: await contextOf(source, lang, house),
		piece: piece('a', lang, { authors }),
	});
	return closingData([await voice('zh', zh), await voice('en', en)]);
}

test('each author has one entry, with a bio in each language', async () => {
	const { bios, disclaimers } = await closing(['ji', 'quiet'], ['ji']);
	expect(bios).toMatchObject([
		{
			texts: [
				{ lang: 'zh', name: { text: '季' }, text: { text: '教授。' }, names_itself: false },
				{ lang: 'en', name: { text: 'Ji' }, text: { text: 'Professor.' } },
			],
		},
	]);
	expect(disclaimers).toMatchObject([{ lang: 'zh' }, { lang: 'en' }]);
});

test('a bio that is the same in both stands once', async () => {
	expect((await closing(['lab'], ['lab'])).bios).toMatchObject([{ texts: [{ lang: 'zh' }] }]);
});

test('who signs one text alone has a bio in its language', async () => {
	const { bios, disclaimers } = await closing([], ['ji']);
	expect(bios).toMatchObject([{ texts: [{ lang: 'en' }] }]);
	expect(disclaimers).toMatchObject([{ lang: 'en' }]);
});

test('nothing closes a piece that nobody signs', async () => {
	expect(hasClosing(await closing([], []))).toBe(false);
	expect(hasClosing(noClosing)).toBe(false);
	expect(hasClosing(await closing(['quiet'], []))).toBe(true);
});

test('a book without a disclaimer has none below its pieces', async () => {
	const { disclaimer: _, ...without } = made;
	expect(hasClosing(await closing(['quiet'], ['quiet'], without))).toBe(false);
});

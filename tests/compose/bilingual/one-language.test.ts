import { expect, test } from 'vitest';
import { compose } from '../../../scripts/compose/index.ts';
import type { Book, Edition, Layout } from '../../../scripts/model/index.ts';
import { book, entry, inline, markup, ownHouse, part, person, piece } from '../../support/edition.ts';
import { bilingual } from '../../support/flows.ts';

// What one language lacks.
const house = await ownHouse();
const people = [person('ji', '季', 'Ji')];
const lacking = book({
	contents: [
		entry('a'),
		part('第一章', 'Chapter 1', 'b', 'c'),
		{ kind: 'part', title: { zh: inline('附录'), en: inline('附录') }, pieces: ['d'] },
	],
	pieces: [
		piece('a', 'zh'),
		piece('b', 'zh', { authors: ['ji'] }),
		piece('c', 'en', { authors: ['ji'] }),
		piece('d', 'zh'),
		piece('d', 'en'),
	],
	people,
	disclaimer: { en: [inline('D', 'en')], zh: [inline('D', 'en')] },
});

function make(layout: Layout, source: Book = lacking): Promise<Edition> {
	return compose(source, house, { choice: bilingual(layout), report: () => {} });
}

const bodyOf = ({ units }: Edition) => units.filter(({ kind }) => kind === 'piece' || kind === 'part');

test('on facing pages the other side stays blank', async () => {
	const edition = await make('facing');
	expect(bodyOf(edition).map(({ id, parallel }) => [id, parallel?.group, parallel?.place])).toEqual([
		['zh-a', 'zh-a', 'verso'],
		['zh-part-1', 'zh-part-1', 'verso'],
		['en-part-1', 'zh-part-1', 'recto'],
		['zh-b', 'zh-b', 'verso'],
		['en-c', 'en-c', 'recto'],
		['zh-part-2', 'zh-part-2', 'verso'],
		['en-part-2', 'zh-part-2', 'recto'],
		['zh-d', 'zh-d', 'verso'],
		['en-d', 'zh-d', 'recto'],
	]);
});

test('in columns a piece without its translation has the width of the page', async () => {
	const edition = await make('columns');
	const alone = edition.units.find(({ id }) => id === 'zh-b');
	expect(alone?.parallel).toBeUndefined();
	expect(markup(alone?.body ?? [])).toMatch(/^<section class="unit piece pieces" lang="zh">/);
	expect(edition.units.find(({ id }) => id === 'zh-d')?.parallel?.place).toBe('first-column');
});

test.each(['blocks', 'pieces'] as const)(
	'%s: a piece without its translation is a unit of its own',
	async (layout) => {
		const ids = bodyOf(await make(layout)).map(({ id }) => id);
		expect(ids.slice(0, 5)).toEqual(['zh-a', 'zh-part-1', 'zh-b', 'en-c', 'zh-part-2']);
	},
);

test('the contents name it in its language', async () => {
	const { toc } = await make('blocks');
	const [a, chapter] = toc;
	expect(a).toMatchObject({ id: 'zh-a', title: { lang: 'zh' } });
	expect(a).not.toHaveProperty('other');
	expect(chapter?.children[1]).toMatchObject({ id: 'en-c', unit: 'en-c', title: { lang: 'en' } });
});

test('who signs in one language alone has a place in the directory', async () => {
	const edition = await make('blocks');
	const directory = edition.units.find(({ kind }) => kind === 'directory');
	const html = markup(directory?.body ?? []);
	expect(html).toContain('href="#zh-b"');
	expect(html).toContain('href="#en-c"');
	expect(edition.metadata.creators).toHaveLength(1);
});

test('a title that stands in for a translation is shown once, where both share a page', async () => {
	const columns = await make('columns');
	const opener = columns.units.find(({ id }) => id === 'zh-part-2');
	expect(opener).not.toHaveProperty('otherTitle');
	expect(markup(opener?.body ?? []).split('附录')).toHaveLength(2);
	expect(columns.toc[2]).not.toHaveProperty('other');
});

test('a disclaimer in one language stands alone, and none is made up', async () => {
	const disclaimers = async (layout: Layout) =>
		(await make(layout)).units
			.filter(({ kind }) => kind === 'disclaimer')
			.map(({ id, parallel }) => [id, parallel?.place]);
	expect(await disclaimers('facing')).toEqual([['en-disclaimer', 'recto']]);
	expect(await disclaimers('columns')).toEqual([['en-disclaimer', undefined]]);
	expect(await disclaimers('pieces')).toEqual([['en-disclaimer', undefined]]);
	expect(await disclaimers('blocks')).toEqual([['zh-disclaimer', undefined]]);
});

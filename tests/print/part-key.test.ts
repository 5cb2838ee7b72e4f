import { expect, test } from 'vitest';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Asset, Shelf } from '../../scripts/model/index.ts';
import { partKey } from '../../scripts/print/part-key.ts';
import { edition } from '../support/edition.ts';

function image(path: string, content: string, stamp = content): Asset {
	return { path, mediaType: 'image/png', width: 1, height: 1, stamp, read: async () => Buffer.from(content) };
}

function shelfOf(images: readonly Asset[] = [], typography = ''): Shelf {
	return fillShelf(edition({ images: new Map(images.map((one) => [one.path, one])) }), [], typography);
}

const shapers = (rest: { shelf?: Shelf; version?: string; names?: readonly string[] } = {}) => ({
	tabs: { version: rest.version ?? '1' },
	shelf: rest.shelf ?? shelfOf(),
	names: new Set(rest.names ?? ['A']),
});

const key = (html = '<p>a</p>', css = 'p{}', rest = {}) => partKey(html, css, shapers(rest));

test('all that shapes a print changes its key', async () => {
	const keys = await Promise.all([
		key(),
		key('<p>b</p>'),
		key('<p>a</p>', 'p{margin:0}'),
		key('<p>a</p>p{}', ''),
		key('<p>a</p>', 'p{}', { version: '2' }),
		key('<p>a</p>', 'p{}', { names: ['A', 'B'] }),
		key('<p>a</p>', 'p{}', { shelf: shelfOf([], 'body{}') }),
	]);
	expect(new Set(keys).size).toBe(keys.length);
	expect(await key()).toBe(keys[0]);
});

test.each([
	['a name', 'images/a.png', 'images/a.png'],
	['letters that an address escapes', 'images/图 1.png', 'images/%E5%9B%BE%201.png'],
	['a sign that markup escapes', 'images/a&b.png', 'images/a&amp;b.png'],
	['a sign that parts an address', 'images/a#1.png', 'images/a%231.png'],
])('a picture counts by its content, under %s', async (_name, path, source) => {
	const html = `<p><img alt="" src="${source}"></p>`;
	const of = (content: string, stamp?: string) =>
		key(html, '', { shelf: shelfOf([image(path, content, stamp)]) });
	expect(await of('one')).not.toBe(await of('two'));
	expect(await of('one', '1')).toBe(await of('one', '2'));
});

test('a picture that the print does not show does not count', async () => {
	const of = (content: string) =>
		key('<img src="a.png">', '', { shelf: shelfOf([image('a.png', 'x'), image('b.png', content)]) });
	expect(await of('one')).toBe(await of('two'));
});

test('where a source leads to nothing that is known, all pictures count', async () => {
	const of = (content: string) =>
		key('<img src="http://%">', '', { shelf: shelfOf([image('b.png', content)]) });
	expect(await of('one')).not.toBe(await of('two'));
});

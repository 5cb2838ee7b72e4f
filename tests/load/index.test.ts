import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { load, loadFolder, makeFolder, smallBook } from './helpers.ts';

test('the fixture book is loaded whole', async () => {
	const { manuscript, found } = await loadFolder(fileURLToPath(new URL('../fixtures/book', import.meta.url)));
	expect(found).toEqual([]);
	expect(manuscript?.config.slug).toBe('fixture-book');
	expect(manuscript?.config.contents.map((entry) => entry.kind)).toEqual([
		'piece',
		'piece',
		'part',
		'part',
		'piece',
	]);
	expect([...(manuscript?.sources.values() ?? [])].map((byLang) => Object.keys(byLang))).toEqual(
		Array(7).fill(['zh', 'en']),
	);
	expect([...(manuscript?.contributors.keys() ?? [])]).toEqual([
		'lin-yue',
		'rosa-keller',
		'chen-mo',
		'open-futures-lab',
	]);
	expect([...(manuscript?.assets.values() ?? [])].map((one) => [one.path, one.width, one.height])).toEqual([
		['images/errors.en.svg', 480, 220],
		['images/errors.zh.svg', 480, 220],
		['images/stages.png', 600, 400],
	]);
	expect(manuscript?.unreadable.size).toBe(0);
	expect(manuscript?.files.map(({ file, text }) => [file, text.length > 0])).toEqual([
		['book.yaml', true],
		['contributors.yaml', true],
	]);
});

test('a folder that is none, and one without book.yaml', async () => {
	const dir = await makeFolder({ 'file.txt': '' });
	for (const [path, message] of [
		[join(dir, 'none'), 'is no folder that can be read'],
		[join(dir, 'file.txt'), 'is no folder that can be read'],
		[dir, 'there is no book.yaml in'],
	] as const) {
		const { manuscript, found } = await loadFolder(path);
		expect(manuscript).toBeUndefined();
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'manuscript-missing', message: expect.stringContaining(message) });
	}
});

test('the faults of all files come out in one run', async () => {
	const { places } = await load({
		...smallBook,
		'book.yaml': 'title: 小书\ndate: 2024-13\nlanguages: [zh]\ncontents: [a, b, c]\n',
		'contributors.yaml': 'li-wei: { name: 李薇, rol: aut }\n',
		'a.zh.md': '---\ntitle: 甲\nauthors: [li-wie, li-wei]\n---\n',
		'b.zh.md': '正文。\n',
	});
	expect(places).toEqual([
		'a.zh.md:3:11 contributor-unknown',
		'b.zh.md:1:1 piece-front-matter',
		'book.yaml:2:7 config-invalid',
		'book.yaml:4:18 piece-missing',
		'contributors.yaml:1:21 config-unknown-key',
	]);
});

test('broken syntax in book.yaml does not hide that of contributors.yaml', async () => {
	const { manuscript, places } = await load({ 'book.yaml': 'a: [\n', 'contributors.yaml': 'b: "\n' });
	expect(manuscript).toBeUndefined();
	expect(places.map((place) => place.replace(/:\d+:\d+/, ''))).toEqual([
		'book.yaml yaml-syntax',
		'contributors.yaml yaml-syntax',
	]);
});

test('an image that cannot be used stands apart and is no fault by itself', async () => {
	const dir = await makeFolder(smallBook);
	await writeFile(join(dir, 'x.png'), '');
	const { manuscript, found } = await loadFolder(dir);
	expect(found).toEqual([]);
	expect([...(manuscript?.unreadable ?? [])]).toEqual([['x.png', 'it is empty']]);
	expect(manuscript?.assets.size).toBe(0);
});

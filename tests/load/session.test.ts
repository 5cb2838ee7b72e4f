import { stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import { makeFolder, smallBook } from './helpers.ts';

const files = {
	...smallBook,
	'book.yaml': 'title: 书\ndate: 2024\nlanguages: [zh]\ncontents: [a, b]\n',
	'b.zh.md': '---\ntitle: 乙\nauthors: [li]\n---\n\n文。\n',
	'contributors.yaml': 'li:\n  name: 李\n  bio: 教授。\nwu:\n  name: 吴\n',
	'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
};

async function openFolder() {
	const dir = await makeFolder(files);
	const memo = createMemo();
	return {
		dir,
		load: async () => {
			const report = createReport();
			const manuscript = await loadManuscript(dir, report.add, { memo });
			memo.endBuild();
			const source = (path: string) => manuscript?.sources.get(path)?.zh;
			return { manuscript, source, found: report.list() };
		},
	};
}

test('what has not changed is the very same object', async () => {
	const { dir, load } = await openFolder();
	const one = await load();
	await writeFile(join(dir, 'a.zh.md'), '---\ntitle: 甲\n---\n\n改。\n');
	await writeFile(join(dir, 'contributors.yaml'), files['contributors.yaml'].replace('教授', '学者'));
	const two = await load();
	expect(two.source('a')?.text).toContain('改');
	expect(two.source('b')).toBe(one.source('b'));
	expect(two.manuscript?.config).toBe(one.manuscript?.config);
	expect(two.manuscript?.assets.get('x.svg')).toBe(one.manuscript?.assets.get('x.svg'));
	expect(two.manuscript?.contributors.get('wu')).toBe(one.manuscript?.contributors.get('wu'));
	expect(two.manuscript?.contributors.get('li')?.bio?.zh?.text).toBe('学者。');
	expect(two.found).toEqual(one.found);
});

test('a second save of the same length in the same tick of the clock is read', async () => {
	const { dir, load } = await openFolder();
	const file = join(dir, 'a.zh.md');
	await load();
	const { atime, mtime } = await stat(file);
	await writeFile(file, files['a.zh.md'].replace('正', '改'));
	await utimes(file, atime, mtime);
	expect((await load()).source('a')?.text).toContain('改文');
});

test('an author who gets an entry is no longer unknown, and only that piece is another', async () => {
	const { dir, load } = await openFolder();
	await writeFile(join(dir, 'b.zh.md'), files['b.zh.md'].replace('[li]', '[li, new]'));
	const one = await load();
	expect(one.found.map((each) => each.rule)).toContain('contributor-unknown');
	expect(one.source('b')?.authors).toEqual(['li']);
	await writeFile(join(dir, 'contributors.yaml'), `${files['contributors.yaml']}new:\n  name: 新\n`);
	const two = await load();
	expect(two.found.map((each) => each.rule)).not.toContain('contributor-unknown');
	expect(two.source('b')?.authors).toEqual(['li', 'new']);
	expect(two.source('a')).toBe(one.source('a'));
});

test('an image that is replaced by one of the same length is looked at again', async () => {
	const { dir, load } = await openFolder();
	const one = await load();
	await writeFile(join(dir, 'x.svg'), files['x.svg'].replace('width="10"', 'width="99"'));
	const two = await load();
	expect([one, two].map((each) => each.manuscript?.assets.get('x.svg')?.width)).toEqual([10, 99]);
});

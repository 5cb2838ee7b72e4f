import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { multiply, pieceFile } from '../../scripts/bench/multiply.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import type { ContentsEntry, Manuscript } from '../../scripts/model/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { manuscripts } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

async function load(dir: string) {
	const report = createReport();
	const manuscript = await loadManuscript(dir, report.add);
	if (!manuscript) throw new Error('There is no manuscript.');
	return { manuscript, found: report.list() };
}

function pathsOf({ config }: Manuscript): readonly string[] {
	return config.contents.flatMap((entry) =>
		entry.kind === 'piece' ? [entry.path] : entry.pieces.map((piece) => piece.path),
	);
}

test.each(Object.entries(manuscripts))('three times the %s is a sound manuscript', async (_name, dir) => {
	const source = await load(dir);
	const copies = await multiply(dir, join(await temporaryFolder(), 'copies'), 3);
	const { manuscript, found } = await load(copies.dir);
	expect(found).toEqual([]);
	const paths = pathsOf(manuscript);
	expect(paths).toHaveLength(3 * copies.pieces.length);
	expect(paths.slice(0, copies.pieces.length)).toEqual(pathsOf(source.manuscript));
	expect([...manuscript.assets.keys()]).toEqual([...source.manuscript.assets.keys()]);
	const titles = (contents: readonly ContentsEntry[]) =>
		contents.flatMap((entry) =>
			entry.kind === 'part' ? Object.values(entry.title).map((title) => title.text) : [],
		);
	const parts = titles(source.manuscript.config.contents);
	expect(titles(manuscript.config.contents)).toEqual([...parts, ...parts, ...parts]);
});

test('every copy of a piece has its text, in every language', async () => {
	const copies = await multiply(manuscripts.fixture, join(await temporaryFolder(), 'copies'), 2);
	const { manuscript } = await load(copies.dir);
	for (const [path, source] of (await load(manuscripts.fixture)).manuscript.sources) {
		const [first, ...rest] = path.split('/');
		const again = manuscript.sources.get([`${first}-copy-2`, ...rest].join('/'));
		expect(Object.keys(again ?? {})).toEqual(Object.keys(source));
		for (const [lang, one] of Object.entries(source)) expect(again?.[lang]?.text).toBe(one.text);
	}
});

test('once is the manuscript itself, and what lay in the folder before is gone', async () => {
	const to = join(await temporaryFolder(), 'copies');
	await mkdir(to);
	await writeFile(join(to, 'old.zh.md'), 'old');
	await multiply(manuscripts.fixture, to, 1);
	const { manuscript, found } = await load(to);
	expect(found).toEqual([]);
	expect(manuscript.config).toEqual((await load(manuscripts.fixture)).manuscript.config);
});

test('a piece of a book of one language may do without its name', async () => {
	const from = await temporaryFolder();
	await writeFile(join(from, 'book.yaml'), 'title: 小书\ndate: 2024\nlanguages: [zh]\ncontents: [甲]\n');
	await writeFile(join(from, '甲.md'), '---\ntitle: 甲\n---\n\n正文。\n');
	const to = join(await temporaryFolder(), 'copies');
	await multiply(from, to, 2);
	expect((await load(to)).found).toEqual([]);
	expect(await readFile(await pieceFile(to, '甲-copy-2', 'zh'), 'utf8')).toContain('正文。');
});

test('a file that is no book.yaml is refused', async () => {
	const from = await temporaryFolder();
	await writeFile(join(from, 'book.yaml'), 'title: [');
	await expect(multiply(from, join(await temporaryFolder(), 'copies'), 2)).rejects.toThrow('contents');
});

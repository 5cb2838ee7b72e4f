import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Artifact } from '../../scripts/model/index.ts';
import { writeFiles } from '../../scripts/write/index.ts';
import { temporaryFolder } from '../support/folder.ts';

function artifact(name: string, text: string): Artifact {
	return { name, edition: 'zh', format: 'epub', bytes: new TextEncoder().encode(text), time: 0 };
}

const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');

test('makes the folder and writes all into it, and nothing else', async () => {
	const folder = join(await temporaryFolder(), 'deep', 'dist');
	const paths = await writeFiles(folder, [artifact('a.pdf', 'A'), artifact('b.epub', 'B')]);
	expect(paths).toEqual([join(folder, 'a.pdf'), join(folder, 'b.epub')]);
	expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'b.epub']);
	expect(await read(folder, 'a.pdf')).toBe('A');
});

test('takes the place of what stood there, and leaves the rest alone', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'a.pdf'), 'a much longer old text');
	await writeFile(join(folder, 'mine.txt'), 'mine');
	await writeFiles(folder, [artifact('a.pdf', 'new')]);
	expect(await read(folder, 'a.pdf')).toBe('new');
	expect(await read(folder, 'mine.txt')).toBe('mine');
});

test('where one cannot take its place, none does, and no draft is left', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'a.pdf'), 'old');
	await mkdir(join(folder, 'b.epub', 'taken'), { recursive: true });
	const writing = writeFiles(folder, [
		artifact('a.pdf', 'new'),
		artifact('b.epub', 'B'),
		artifact('c.pdf', 'C'),
	]);
	await expect(writing).rejects.toThrow(/b\.epub/);
	expect(await read(folder, 'a.pdf')).toBe('old');
	expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'b.epub']);
	expect(await readdir(join(folder, 'b.epub'))).toEqual(['taken']);
});

test('where one cannot be written, none takes its place', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'a.pdf'), 'old');
	const impossible = artifact(`${'x'.repeat(300)}.pdf`, 'B');
	await expect(writeFiles(folder, [artifact('a.pdf', 'new'), impossible])).rejects.toThrow(
		/ENAMETOOLONG|ENOENT/,
	);
	expect(await read(folder, 'a.pdf')).toBe('old');
	expect(await readdir(folder)).toEqual(['a.pdf']);
});

test('a file in the place of the folder is an error, and stays', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'dist'), 'mine');
	await expect(writeFiles(join(folder, 'dist'), [artifact('a.pdf', 'A')])).rejects.toThrow(/EEXIST|ENOTDIR/);
	expect(await read(folder, 'dist')).toBe('mine');
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
	'a folder that may not be written is an error',
	async () => {
		const folder = await temporaryFolder();
		await chmod(folder, 0o500);
		await expect(writeFiles(folder, [artifact('a.pdf', 'A')])).rejects.toThrow(/EACCES/);
		await chmod(folder, 0o700);
		expect(await readdir(folder)).toEqual([]);
	},
);

test('nothing to write makes no files', async () => {
	const folder = await temporaryFolder();
	expect(await writeFiles(folder, [])).toEqual([]);
	expect(await readdir(folder)).toEqual([]);
});

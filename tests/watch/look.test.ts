import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAt } from '../../scripts/watch/look.ts';
import { temporaryFolder } from '../support/folder.ts';

const nothing = (_path: string) => false;

async function folderWith(...names: readonly string[]): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	for (const name of names) {
		await mkdir(join(folder, name, '..'), { recursive: true });
		await writeFile(join(folder, name), name);
	}
	return folder;
}

const namesOf = (folder: string, ignore = nothing) =>
	[...lookAt(folder, ignore).files.keys()].map((path) => path.slice(folder.length + 1)).sort();

test('sees files at every depth, but none that is hidden, passing or ignored', async () => {
	const folder = await folderWith(
		'book.yaml',
		'a/b/c.md',
		'a/.hidden/d.md',
		'.e.md',
		'f.md~',
		'node_modules/g.md',
		'out/h.pdf',
	);
	expect(namesOf(folder, (path) => path === join(folder, 'out/h.pdf'))).toEqual(['a/b/c.md', 'book.yaml']);
	const { folders } = lookAt(folder, nothing);
	expect([...folders.keys()]).toEqual(['', '/a', '/a/b', '/out'].map((name) => folder + name));
	expect(new Set(folders.values()).size).toBe(4);
});

test('links count as the loader counts them', async () => {
	const folder = await folderWith('a/b.md');
	await symlink(join(folder, 'a/b.md'), join(folder, 'c.md'));
	await symlink(join(folder, 'a'), join(folder, 'd'));
	await symlink(join(folder, 'nowhere'), join(folder, 'e.md'));
	const before = lookAt(folder, nothing).files;
	expect(namesOf(folder)).toEqual(['a/b.md', 'c.md', 'd', 'e.md']);
	expect(before.get(join(folder, 'e.md'))?.size).toBe(0);
	await writeFile(join(folder, 'a/b.md'), 'longer than it was');
	const after = lookAt(folder, nothing).files;
	expect(after.get(join(folder, 'c.md'))).not.toEqual(before.get(join(folder, 'c.md')));
});

test('a folder that is a link is the folder it leads to', async () => {
	const folder = await folderWith('book.yaml');
	const link = join(await temporaryFolder(), 'link');
	await symlink(folder, link);
	expect(lookAt(link, nothing)).toEqual(lookAt(folder, nothing));
});

test('where there is no folder there is nothing', async () => {
	const folder = await folderWith('book.yaml');
	for (const missing of [join(folder, 'missing'), join(folder, 'book.yaml')]) {
		const { files, folders } = lookAt(missing, nothing);
		expect([files.size, folders.size]).toEqual([0, 0]);
	}
});

test('a folder keeps its identity under another name, and another of its name has another', async () => {
	const folder = await folderWith('a/b.md');
	const identity = (name: string) => lookAt(folder, nothing).folders.get(join(folder, name));
	const first = identity('a');
	await rename(join(folder, 'a'), join(folder, 'z'));
	expect(identity('z')).toBe(first);
	await rename(join(folder, 'z'), join(folder, 'a'));
	expect(identity('a')).toBe(first);
	await rm(join(folder, 'a'), { recursive: true });
	// The file system's clock ticks every few milliseconds.
	await new Promise((done) => setTimeout(done, 20));
	await mkdir(join(folder, 'a'));
	expect(identity('a')).not.toBe(first);
});

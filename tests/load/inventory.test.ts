import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeInventory } from '../../scripts/load/inventory.ts';
import { makeFolder } from './helpers.ts';

test('files are listed in a fixed order with / between folders; hidden ones and node_modules are not', async () => {
	const dir = await makeFolder({
		'b/c.md': '',
		'B.md': '',
		'a.md': '',
		'.git/x.md': '',
		'b/.hidden.md': '',
		'node_modules/y/z.png': '',
		'dist/book.pdf': '',
	});
	const { files, refused, closed } = takeInventory(dir);
	expect([...files.keys()]).toEqual(['B.md', 'a.md', 'b/c.md', 'dist/book.pdf']);
	expect(files.get('b/c.md')?.endsWith(join('b', 'c.md'))).toBe(true);
	expect([refused.size, closed.length]).toEqual([0, 0]);
});

test('a name in decomposed form is found under its composed form', async () => {
	const dir = await makeFolder({ [`${'é'.normalize('NFD')}.md`]: 'x' });
	const { files } = takeInventory(dir);
	expect([...files.keys()]).toEqual(['é.md'.normalize('NFC')]);
});

test('links are followed to files inside only', async () => {
	const around = await makeFolder({ 'secret.md': '', 'book/real/a.md': '', 'book-b/b.md': '' });
	const dir = join(around, 'book');
	await symlink(join(dir, 'real', 'a.md'), join(dir, 'inside.md'));
	await symlink(join(around, 'secret.md'), join(dir, 'outside.md'));
	// A folder whose name begins alike is outside all the same.
	await symlink(join(around, 'book-b', 'b.md'), join(dir, 'twin.md'));
	await symlink('nothing', join(dir, 'broken.md'));
	await symlink('.', join(dir, 'real', 'circle'));
	const { files, refused } = takeInventory(dir);
	expect([...files.keys()]).toEqual(['inside.md', 'real/a.md']);
	expect(Object.fromEntries(refused)).toEqual({
		'outside.md': 'it is a link that leads out of the manuscript folder',
		'twin.md': 'it is a link that leads out of the manuscript folder',
		'broken.md': 'it is a link that leads nowhere',
		'real/circle': 'it is a link to something that is no file',
	});
});

test('the folder itself may be a link', async () => {
	const dir = await makeFolder({ 'real/a.md': '' });
	await symlink('real', join(dir, 'link'));
	expect([...takeInventory(join(dir, 'link')).files.keys()]).toEqual(['a.md']);
});

test('a folder that is not there is an error', async () => {
	const dir = join(await makeFolder({}), 'none');
	expect(() => takeInventory(dir)).toThrow('ENOENT');
});

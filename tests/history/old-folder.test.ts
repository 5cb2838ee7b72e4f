import { existsSync } from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findRevision, withOldFolder } from '../../scripts/history/index.ts';
import { createRepository, type Repository } from '../support/repository.ts';

const bytes = Uint8Array.from({ length: 700 }, (_, index) => index % 256);

let repository: Repository;
let folder: string;

beforeEach(async () => {
	repository = await createRepository();
	folder = join(repository.folder, 'book');
	repository.write('book/序言.zh.md', '正文\n');
	repository.write('book/images/with space.png', bytes);
	repository.write('book/empty.md', '');
	repository.write('elsewhere.md', 'no part of the book');
	await symlink('empty.md', join(folder, 'link.md'));
	repository.commit();
	repository.git('rm', '-rq', 'book');
	repository.write('book/new.md', 'new');
	repository.commit();
});

test('the folder as it was, byte by byte, and nothing else', async () => {
	const revision = await findRevision(folder, 'HEAD~1');
	const old = await withOldFolder(folder, revision, async (path) => {
		expect((await readdir(path)).sort()).toEqual(['empty.md', 'images', '序言.zh.md']);
		expect(await readFile(join(path, '序言.zh.md'), 'utf8')).toBe('正文\n');
		expect(await readFile(join(path, 'empty.md'))).toHaveLength(0);
		expect(new Uint8Array(await readFile(join(path, 'images/with space.png')))).toEqual(bytes);
		return path;
	});
	expect(existsSync(old)).toBe(false);
	expect(await readdir(folder)).toEqual(['new.md']);
});

test('it is gone when the work fails', async () => {
	const revision = await findRevision(folder, 'HEAD');
	let old = '';
	const work = withOldFolder(folder, revision, async (path) => {
		old = path;
		throw new Error('in vain');
	});
	await expect(work).rejects.toThrow('in vain');
	expect(existsSync(old)).toBe(false);
});

import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { RequestError } from '../../scripts/diagnostics/index.ts';
import { findRevision } from '../../scripts/history/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { createRepository, type Repository } from '../support/repository.ts';

let repository: Repository;
let folder: string;

beforeEach(async () => {
	repository = await createRepository();
	folder = join(repository.folder, 'books/report');
	repository.write('README', 'before the book');
	repository.commit();
	repository.write('books/report/book.yaml', 'slug: report\n');
	repository.commit();
	repository.git('tag', 'draft');
	repository.write('books/report/book.yaml', 'slug: other\n');
	repository.commit();
});

test('a revision has many names', async () => {
	const hash = repository.git('rev-parse', 'HEAD~1').trim();
	const revision = await findRevision(folder, 'draft');
	expect(revision).toEqual({
		hash,
		short: hash.slice(0, 7),
		date: '2024-03-01',
		tree: `${hash}:books/report`,
	});
	expect(await findRevision(folder, 'HEAD~1')).toEqual(revision);
	expect(await findRevision(folder, hash.slice(0, 9))).toEqual(revision);
	expect((await findRevision(folder, 'main')).hash).toBe(repository.git('rev-parse', 'HEAD').trim());
});

test('the folder may be the whole repository, or behind a link', async () => {
	expect((await findRevision(repository.folder, 'draft')).tree).toMatch(/^[0-9a-f]{40}\^\{tree\}$/);
	const link = join(await temporaryFolder(), 'link');
	await symlink(folder, link);
	expect((await findRevision(link, 'draft')).tree).toMatch(/:books\/report$/);
});

test.each(['nothing', '--help', '-1', 'HEAD:books', ''])('git knows no "%s"', async (name) => {
	await expect(findRevision(folder, name)).rejects.toThrow(RequestError);
	await expect(findRevision(folder, name)).rejects.toThrow(/git knows no revision/);
});

test('the folder was not there yet', async () => {
	await expect(findRevision(folder, 'draft~1')).rejects.toThrow(
		/books\/report was not in the repository at draft~1 \([0-9a-f]{7}, 2024-03-01\)/,
	);
});

test('a folder in no repository', async () => {
	const elsewhere = await temporaryFolder();
	// Unless the temporary folder itself lies in one.
	expect(() => execFileSync('git', ['rev-parse'], { cwd: elsewhere, stdio: 'ignore' })).toThrow();
	await expect(findRevision(elsewhere, 'HEAD')).rejects.toThrow(/git says "not a git repository/);
});

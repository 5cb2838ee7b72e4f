import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import { GitError, listVersions, readBlobs, searchVersions } from '../../scripts/history/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';

const quiet = { memo: noMemo, pause: () => undefined };

async function versionsOf(folder: string, file: string, memo = noMemo): Promise<readonly string[]> {
	const names = (await listVersions(folder, [file], memo)).get(file) ?? [];
	const contents = await readBlobs(folder, names);
	return names.map((name) => Buffer.from(contents.get(name) ?? []).toString('utf8'));
}

test('the versions of a file come newest first, each once', async () => {
	const { folder, write, commit } = await createRepository();
	for (const text of ['one', 'two', 'one', 'three']) {
		write('book/文 a.md', text);
		write('book/other.md', `${text} other`);
		commit();
	}
	const book = join(folder, 'book');
	expect(await versionsOf(book, '文 a.md')).toEqual(['three', 'one', 'two']);
	expect(await versionsOf(book, 'no.md')).toEqual([]);
});

test('a file of another folder is not it', async () => {
	const { folder, write, commit } = await createRepository();
	write('book/a.md', 'inside');
	write('a.md', 'outside');
	commit();
	expect(await versionsOf(join(folder, 'book'), 'a.md')).toEqual(['inside']);
	expect(await versionsOf(folder, 'a.md')).toEqual(['outside']);
});

test('a name with the signs of a pattern is a name', async () => {
	const { folder, write, commit } = await createRepository();
	write('a*.md', 'star');
	write('ab.md', 'other');
	commit();
	expect(await versionsOf(folder, 'a*.md')).toEqual(['star']);
});

test('versions of a branch are found, also where the merge took the other side', async () => {
	const { folder, git, write, commit } = await createRepository();
	write('a.md', 'base');
	commit();
	git('switch', '--quiet', '--create', 'side');
	write('a.md', 'on the side');
	commit();
	git('switch', '--quiet', 'main');
	write('a.md', 'on main');
	commit();
	git('merge', '--quiet', '--strategy', 'ours', '--message', 'merge', 'side');
	expect([...(await versionsOf(folder, 'a.md'))].sort()).toEqual(['base', 'on main', 'on the side']);
});

test('a version that only a merge made is found', async () => {
	const { folder, git, write, commit } = await createRepository();
	write('a.md', 'one\n\ntwo\n\nthree\n');
	commit();
	git('switch', '--quiet', '--create', 'side');
	write('a.md', 'ONE\n\ntwo\n\nthree\n');
	commit();
	git('switch', '--quiet', 'main');
	write('a.md', 'one\n\ntwo\n\nTHREE\n');
	commit();
	git('merge', '--quiet', '--message', 'merge', 'side');
	write('a.md', 'later');
	commit();
	expect(await versionsOf(folder, 'a.md')).toContain('ONE\n\ntwo\n\nTHREE\n');
});

test('looking ends with the version that has what is looked for', async () => {
	const { folder, write, commit } = await createRepository();
	for (let version = 1; version <= 12; version++) {
		write('a.md', `version ${version}`);
		write('b.md', `b ${version}`);
		commit();
	}
	const looked: string[] = [];
	const look = (wanted: string) => (_name: string, bytes: Uint8Array) => {
		const text = Buffer.from(bytes).toString('utf8');
		looked.push(text);
		return text === wanted;
	};
	const searches = [
		{ files: ['a.md'], look: look('version 7') },
		{ files: ['b.md'], look: look('b 12') },
	];
	await searchVersions(folder, searches, quiet);
	expect(looked.filter((text) => text.startsWith('b'))).toEqual(['b 12']);
	expect(looked.filter((text) => text.startsWith('v')).map((text) => text.slice(8))).toEqual([
		'12',
		'11',
		'10',
		'9',
		'8',
		'7',
	]);
});

test('looking ends where there are no more versions, and goes on under former names', async () => {
	const { folder, write, commit } = await createRepository();
	for (let version = 1; version <= 6; version++) {
		write('old.md', `old ${version}`);
		commit();
	}
	const looked: string[] = [];
	const look = (_name: string, bytes: Uint8Array) => {
		looked.push(Buffer.from(bytes).toString('utf8'));
		return false;
	};
	await searchVersions(folder, [{ files: ['new.md', 'old.md'], look }], quiet);
	expect(looked).toEqual([6, 5, 4, 3, 2, 1].map((version) => `old ${version}`));
});

test('a session asks again when something was committed', async () => {
	const { folder, write, commit } = await createRepository();
	const memo = createMemo();
	write('a.md', 'one');
	commit();
	expect(await versionsOf(folder, 'a.md', memo)).toEqual(['one']);
	write('a.md', 'two');
	expect(await versionsOf(folder, 'a.md', memo)).toEqual(['one']);
	commit();
	expect(await versionsOf(folder, 'a.md', memo)).toEqual(['two', 'one']);
});

test('a folder behind a link has the history of what it leads to', async () => {
	const { folder, write, commit } = await createRepository();
	write('book/a.md', 'one');
	commit();
	const link = join(await temporaryFolder(), 'link');
	await symlink(join(folder, 'book'), link);
	expect(await versionsOf(link, 'a.md')).toEqual(['one']);
});

test('what git does not have is missing', async () => {
	const { folder, write, commit } = await createRepository();
	write('a.md', 'one\ntwo');
	commit();
	const [name = ''] = (await listVersions(folder, ['a.md'], noMemo)).get('a.md') ?? [];
	const lost = '0123456789012345678901234567890123456789';
	const contents = await readBlobs(folder, [lost, name, name]);
	expect([...contents].map(([key, bytes]) => [key, Buffer.from(bytes).toString('utf8')])).toEqual([
		[name, 'one\ntwo'],
	]);
});

test('no repository, and one without a commit, are told as what they are', async () => {
	const { folder } = await createRepository();
	await expect(versionsOf(folder, 'a.md')).rejects.toThrow(GitError);
	const bare = join(await temporaryFolder(), 'bare');
	await mkdir(bare);
	await expect(versionsOf(bare, 'a.md')).rejects.toThrow(GitError);
});

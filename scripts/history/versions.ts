import { realpath } from 'node:fs/promises';
import type { Memo } from '../model/index.ts';
import { git } from './git.ts';

/** Name of a content in git. */
export type BlobName = string;

/**
 * The versions of some files of a folder that git has kept, each once, the newest first, also those of branches that
 * were merged. Names of files are relative to the folder.
 *
 * With a memory git is asked again only when its newest commit is another one.
 * @throws GitError
 */
export async function listVersions(
	folder: string,
	files: readonly string[],
	memo: Memo,
): Promise<ReadonlyMap<string, readonly BlobName[]>> {
	// What a link leads to has a history, the link has not.
	const real = await realpath(folder);
	const asked = await git(real, ['rev-parse', 'HEAD', '--show-prefix']);
	const [head = '', prefix = ''] = asked.toString('utf8').split('\n');
	const key = JSON.stringify([real, head, files]);
	const log = await memo.recall('file history', key, () => readLog(real, files));
	return new Map(files.map((file) => [file, log.get(prefix + file) ?? []]));
}

/** A line such as `:100644 100644 OLD NEW M`; a merge has one for each of its parents. */
const change = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/;

async function readLog(
	folder: string,
	files: readonly string[],
): Promise<ReadonlyMap<string, readonly BlobName[]>> {
	const raw = ['--raw', '--no-abbrev', '--no-renames', '--format=', '-z'];
	// Merged branches too, however they ended: a translation may have been made on one.
	const whole = ['--full-history', '--diff-merges=separate', '--no-show-signature'];
	const output = await git(folder, ['--literal-pathspecs', 'log', ...raw, ...whole, '--', ...files]);
	const versions = new Map<string, Set<BlobName>>();
	const fields = output.toString('utf8').split('\0');
	for (const [index, field] of fields.entries()) {
		const [, old, now] = change.exec(field.trim()) ?? [];
		const path = fields[index + 1];
		if (old === undefined || now === undefined || path === undefined) continue;
		const known = versions.get(path) ?? new Set();
		for (const name of [now, old]) if (!/^0+$/.test(name)) known.add(name);
		versions.set(path, known);
	}
	return new Map([...versions].map(([path, names]) => [path, [...names]]));
}

/**
 * The contents that git has under some names, read by one process; what it has lost is missing.
 * @throws GitError
 */
export async function readBlobs(
	folder: string,
	names: readonly BlobName[],
): Promise<ReadonlyMap<BlobName, Uint8Array>> {
	const wanted = [...new Set(names)];
	if (wanted.length === 0) return new Map();
	const output = await git(folder, ['cat-file', '--batch'], wanted.map((name) => `${name}\n`).join(''));
	const contents = new Map<BlobName, Uint8Array>();
	let at = 0;
	for (const name of wanted) {
		const lineEnd = output.indexOf('\n', at);
		const [, type, size] = output.toString('latin1', at, lineEnd).split(' ');
		at = lineEnd + 1;
		// `NAME missing`
		if (size === undefined) continue;
		if (type === 'blob') contents.set(name, output.subarray(at, at + Number(size)));
		at += Number(size) + 1;
	}
	return contents;
}

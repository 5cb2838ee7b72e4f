import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitError, git } from './git.ts';
import type { Revision } from './revision.ts';
import { type BlobName, readBlobs } from './versions.ts';

interface Entry {
	readonly hash: BlobName;
	/** Relative to the manuscript folder. */
	readonly path: string;
}

/**
 * Does some work with the manuscript folder as it was at a revision. The work has to read all that it needs: the folder
 * goes when it ends, and even where the program is ended in the midst of it. What git keeps elsewhere and only points
 * to (Git LFS, submodules), and links, are not in it.
 */
export async function withOldFolder<T>(
	folder: string,
	revision: Revision,
	work: (folder: string) => Promise<T>,
): Promise<T> {
	const old = await mkdtemp(join(tmpdir(), 'diglot-before-'));
	const clear = () => rmSync(old, { recursive: true, force: true });
	process.once('exit', clear);
	try {
		await fill(old, folder, await listFiles(folder, revision));
		return await work(old);
	} finally {
		process.off('exit', clear);
		clear();
	}
}

/** Kinds of entries that are regular files, by their mode. */
const regular = /^100(?:644|755) blob /;

async function listFiles(folder: string, { tree }: Revision): Promise<readonly Entry[]> {
	// Without --full-tree git looks for the folder that it was started in.
	const list = (await git(folder, ['ls-tree', '-r', '-z', '--full-tree', tree])).toString('utf8');
	return list.split('\0').flatMap((line): Entry[] => {
		const tab = line.indexOf('\t');
		const [, , hash = ''] = line.slice(0, tab).split(' ');
		return regular.test(line) ? [{ hash, path: line.slice(tab + 1) }] : [];
	});
}

async function fill(target: string, folder: string, entries: readonly Entry[]): Promise<void> {
	const contents = await readBlobs(
		folder,
		entries.map(({ hash }) => hash),
	);
	for (const { hash, path } of entries) {
		const content = contents.get(hash);
		if (!content) throw new GitError(`git has lost ${path}.`);
		const file = join(target, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
}

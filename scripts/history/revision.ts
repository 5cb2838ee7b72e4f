import { realpath } from 'node:fs/promises';
import { RequestError } from '../diagnostics/index.ts';
import { GitError, git } from './git.ts';

/** A state of the manuscript that git has kept. */
export interface Revision {
	/** The name of the commit, 40 or 64 hexadecimal digits. */
	readonly hash: string;
	/** As people write it: `1a2b3c4`. */
	readonly short: string;
	/** Day of the commit, `YYYY-MM-DD`, where it was made. */
	readonly date: string;
	/** The repository's name of the folder at that time: `1a2b3c4…:book/manuscript`. */
	readonly tree: string;
}

/**
 * Finds a revision of a manuscript folder by any name that git has for it: `v1.2`, `HEAD~3`, `main@{yesterday}`.
 * @throws RequestError where the folder lies in no repository, or there is no such revision, or the folder was not in
 * it
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
	const place = await placeIn(folder);
	const hash = await commitOf(folder, name);
	const shown = await ask(folder, ['show', '--no-patch', '--no-show-signature', '--format=%h %cs', hash]);
	const [short = '', date = ''] = shown.split(' ');
	const tree = place === '' ? `${hash}^{tree}` : `${hash}:${place}`;
	const type = await ask(folder, ['cat-file', '-t', tree]).catch(() => '');
	if (type === 'tree') return { hash, short, date, tree };
	throw new RequestError(`The folder ${folder} was not in the repository at ${name} (${short}, ${date}).`);
}

/** The folder's path in its repository, without a slash at its end. */
async function placeIn(folder: string): Promise<string> {
	try {
		// What a link leads to has a history, the link has not.
		const prefix = await ask(await realpath(folder), ['rev-parse', '--show-prefix']);
		return prefix.replace(/\/$/, '');
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const message = `Changes of ${folder} cannot be found: git says "${error.message}".`;
		throw new RequestError(message, { cause: error });
	}
}

async function commitOf(folder: string, name: string): Promise<string> {
	try {
		return await ask(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
	} catch (error) {
		const message = `git knows no revision "${name}" of ${folder}: give a commit, a tag or a branch.`;
		throw new RequestError(message, { cause: error });
	}
}

async function ask(folder: string, args: readonly string[]): Promise<string> {
	return (await git(folder, args)).toString('utf8').trim();
}

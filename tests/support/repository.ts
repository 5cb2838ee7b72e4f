import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './folder.ts';

/** A git repository of its own, with the same author and date on every machine. */
export interface Repository {
	readonly folder: string;
	/** Runs git and gives what it says. */
	readonly git: (...args: readonly string[]) => string;
	readonly write: (file: string, content: string | Uint8Array) => void;
	/** Commits all that was written. */
	readonly commit: () => void;
}

const environment = {
	GIT_AUTHOR_NAME: 'Editor',
	GIT_AUTHOR_EMAIL: 'editor@example.org',
	GIT_AUTHOR_DATE: '2024-03-01T12:00:00Z',
	GIT_COMMITTER_NAME: 'Editor',
	GIT_COMMITTER_EMAIL: 'editor@example.org',
	GIT_COMMITTER_DATE: '2024-03-01T12:00:00Z',
	// What the user has set up must not decide what the tests see.
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
};

/** A new repository, gone when the test is over. */
export async function createRepository(): Promise<Repository> {
	return openRepository(await temporaryFolder());
}

/** A new repository in a folder. */
export function openRepository(folder: string): Repository {
	const git = (...args: readonly string[]) =>
		execFileSync('git', args, {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	git('init', '--quiet', '--initial-branch=main');
	return {
		folder,
		git,
		write(file, content) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), content);
		},
		commit() {
			git('add', '--all');
			git('commit', '--quiet', '--message', 'A step');
		},
	};
}

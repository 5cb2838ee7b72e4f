import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A repository of its own, whatever the user's set-up says. */
export class Repository {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
		this.git('init', '--quiet', '--initial-branch=main');
	}

	git(...args: readonly string[]): string {
		const own = [
			'user.name=Editor',
			'user.email=editor@example.org',
			'commit.gpgsign=false',
			'core.autocrlf=false',
		];
		const options = [...own.flatMap((one) => ['-c', one]), ...args];
		const dates = { GIT_AUTHOR_DATE: '2024-05-02T12:00:00Z', GIT_COMMITTER_DATE: '2024-05-02T12:00:00Z' };
		return execFileSync('git', options, {
			cwd: this.folder,
			env: { ...process.env, ...dates, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
		})
			.toString()
			.trim();
	}

	async write(file: string, content: string | Uint8Array): Promise<void> {
		const path = join(this.folder, file);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
	}

	/** Records all that stands in the folder. */
	commit(message: string): string {
		this.git('add', '--all');
		this.git('commit', '--quiet', '--allow-empty', '-m', message);
		return this.git('rev-parse', 'HEAD');
	}
}

import { execFile } from 'node:child_process';

/** git is missing, the folder lies in no repository, or it does not know what it is asked for. */
export class GitError extends Error {}

/** Output that git may give at once, in bytes: a manuscript has images. */
const most = 512 * 1024 * 1024;

/**
 * What git says to a command in a folder. Nothing of the user's own set-up speaks into it: no pager, no colours, no
 * questions.
 * @throws GitError with the first line that git says of what went wrong
 */
export async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
	return await new Promise((resolve, reject) => {
		const options = ['--no-pager', '-c', 'color.ui=false', '-c', 'core.quotePath=false'];
		const child = execFile(
			'git',
			[...options, ...args],
			{ cwd: folder, encoding: 'buffer', maxBuffer: most },
			(error, stdout, stderr) => {
				if (!error) return resolve(stdout);
				const [line = ''] = stderr.toString('utf8').split('\n');
				reject(new GitError(line.replace(/^(?:fatal|error): /, '') || error.message));
			},
		);
		// Where git cannot be started, nobody reads.
		child.stdin?.on('error', () => {});
		child.stdin?.end(input ?? '');
	});
}

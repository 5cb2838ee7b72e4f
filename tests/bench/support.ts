import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../scripts/bench/job.ts';
import type { LiveSettings } from '../../scripts/bench/live.ts';
import { temporaryFolder } from '../support/folder.ts';
import { manuscripts } from '../support/world.ts';

/** Pieces of the digest that can be edited, as a book of its own. */
export const pieces = ['chapters/risks/leviathan', 'chapters/risks/proactive-governance'] as const;

/** A job around a program of a few lines, whose pace is known: `code` is its scripts/start.mjs. */
export async function makeJob(code: string, given: Partial<Job> = {}): Promise<Job> {
	const folder = await temporaryFolder();
	const dir = join(folder, 'manuscript');
	await cp(join(manuscripts.digest, 'chapters'), join(dir, 'chapters'), { recursive: true });
	const work = join(folder, 'out');
	await mkdir(work);
	const program = join(folder, 'program');
	await mkdir(join(program, 'scripts'), { recursive: true });
	await writeFile(join(program, 'scripts/start.mjs'), code);
	return {
		times: 1,
		copies: { dir, languages: ['zh', 'en'], pieces },
		lang: 'zh',
		html: join(work, 'index.html'),
		work,
		program,
		browser: { executable: '/none', switches: [], env: process.env },
		limit: 20_000,
		...given,
	};
}

export const settings: LiveSettings = {
	node: process.execPath,
	edits: 3,
	now: () => performance.now(),
	signal: new AbortController().signal,
	say() {},
};

/** The option of a command by its name, as code of such a program. */
export const readOption = `const option = (name) => process.argv[process.argv.indexOf(name) + 1];`;

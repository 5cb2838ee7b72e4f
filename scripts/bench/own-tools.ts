import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommandLine } from './command.ts';
import type { Job, Made, Tool } from './job.ts';
import { type EditedPiece, shortPiece } from './piece.ts';

/** Chromium alone: prints the document as it is. */
export function floorTool(node: string, script: string): Tool {
	const out = (job: Job) => join(job.work, 'floor.pdf');
	return {
		name: 'floor',
		command: (job) => ({
			file: node,
			args: [script, job.browser.executable, job.html, out(job), ...job.browser.switches],
			env: job.browser.env,
		}),
		made: (job) => ({ file: out(job) }),
	};
}

/** A build that remembers nothing. */
export function coldTool(node: string): Tool {
	return {
		name: 'cold',
		command: (job) => diglot(node, job, 'cold', ['build', '--format', 'screen', '--no-cache', '--json']),
		made: (job, stdout) => artifactOf(job, stdout),
	};
}

/** A new process with the cache filled, after one word was changed in one piece. */
export function warmTool(node: string): Tool {
	const command = (job: Job) =>
		diglot(node, job, 'warm', ['build', '--format', 'screen', '--cache', cacheOf(job), '--json']);
	let piece: EditedPiece | undefined;
	return {
		name: 'warm',
		command,
		made: (job, stdout) => artifactOf(job, stdout),
		prepare: async (job, run) => {
			piece = await shortPiece(job.copies, job.lang);
			await run(command(job));
		},
		before: async (_job, index) => {
			if (piece) await writeFile(piece.file, piece.withWord(index).text);
		},
		after: async () => await piece?.restore(),
	};
}

/** The cache of one text: whoever comes later finds it filled. */
export function cacheOf(job: Job): string {
	return join(job.work, 'cache');
}

/** A command of the Diglot that is measured; `out` names its own output folder. */
export function diglot(node: string, job: Job, out: string, args: readonly string[]): CommandLine {
	const [name = '', ...options] = args;
	return {
		file: node,
		args: [
			'scripts/start.mjs',
			name,
			...['--manuscript', job.copies.dir, '--edition', job.lang],
			...(name === 'build' ? ['--out', join(job.work, out)] : []),
			...options,
		],
		cwd: job.program,
		env: job.browser.env,
	};
}

function artifactOf(job: Job, stdout: string): Made {
	const { artifacts } = JSON.parse(stdout) as {
		artifacts: readonly { path: string; format: string; pages?: number }[];
	};
	const pdf = artifacts.find((one) => one.format === 'screen');
	if (!pdf) throw new Error('No PDF was made.');
	const file = resolve(job.program, pdf.path);
	return { file, ...(pdf.pages === undefined ? {} : { pages: pdf.pages }) };
}

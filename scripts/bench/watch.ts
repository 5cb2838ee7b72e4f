import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CommandLine, type Running, start } from './command.ts';
import { BenchFault, type Job } from './job.ts';
import { type LiveFigure, type LiveSettings, messageOf, repeat } from './live.ts';
import { cacheOf, diglot } from './own-tools.ts';
import { type EditedPiece, firstPiece, shortPiece } from './piece.ts';
import type { Memory } from './process-tree.ts';
import { until } from './until.ts';

/** A file that is not written for so long, in ms, is finished. */
const quiet = 600;

/** Words that no other measurement has left in the cache. */
const firstWord = 1000;

/** `build --watch`: from the save of a piece to the new PDF on disk. */
export async function measureWatch(job: Job, settings: LiveSettings): Promise<readonly LiveFigure[]> {
	const out = join(job.work, 'watch');
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out, { recursive: true });
	const limit = 2 * job.limit;
	const running = start(watchCommand(job, settings.node), { ...settings, limit, memory: true });
	const measured: { word: readonly number[]; page: readonly number[]; peak?: Memory } = {
		word: [],
		page: [],
	};
	const pieces: EditedPiece[] = [];
	const figures = (fault?: string): readonly LiveFigure[] =>
		(['word', 'page'] as const).map((measure) => ({
			measure,
			times: job.times,
			edits: measured[measure],
			...(measured.peak ? { peak: measured.peak } : {}),
			...(fault === undefined || measured[measure].length > 0 ? {} : { fault }),
		}));
	try {
		const wait = { running, limit: job.limit, now: settings.now };
		const pdf = await until(() => findPdf(out), { ...wait, what: 'the first PDF' });
		await settle(pdf);
		const short = await shortPiece(job.copies, job.lang);
		const first = await firstPiece(job.copies, job.lang);
		pieces.push(short, first);
		const save = (file: string, text: string) => saveAndWait(pdf, file, text, running, job, settings);
		// The first edit fills memories, and the looking for memory ends with it.
		await save(short.file, short.withWord(firstWord).text);
		const peak = running.peak();
		if (peak) measured.peak = peak;
		measured.word = await repeat(settings, (index) =>
			save(short.file, short.withWord(firstWord + 1 + index).text),
		);
		settings.say(`×${job.times} watch, a word: ${measured.word.map(Math.round).join(', ')} ms`);
		// Longer and shorter by turns: each moves every later page.
		const text = (index: number) =>
			index % 2 === 0 ? first.withPage(firstWord + index) : first.withWord(firstWord + index).text;
		measured.page = await repeat(settings, (index) => save(first.file, text(index)));
		settings.say(`×${job.times} watch, a page: ${measured.page.map(Math.round).join(', ')} ms`);
		return figures();
	} catch (error) {
		return figures(messageOf(error));
	} finally {
		await running.stop();
		for (const piece of pieces) await piece.restore();
	}
}

export function watchCommand(job: Job, node: string): CommandLine {
	const options = ['--watch', '--format', 'screen', '--cache', cacheOf(job)];
	return diglot(node, job, 'watch', ['build', ...options]);
}

async function saveAndWait(
	pdf: string,
	file: string,
	text: string,
	running: Running,
	job: Job,
	{ now }: LiveSettings,
): Promise<number> {
	const before = stampOf(pdf);
	const old = digest(pdf);
	const start = now();
	writeFileSync(file, text);
	const isNew = () => {
		const stamp = stampOf(pdf);
		return stamp !== undefined && stamp !== before ? now() : undefined;
	};
	const end = await until(isNew, { running, what: 'a new PDF', limit: job.limit, now });
	await settle(pdf);
	if (digest(pdf) === old) throw new BenchFault('the new PDF does not show the edit');
	return end - start;
}

/** Waits until a file has not been written for a while. */
async function settle(file: string): Promise<void> {
	for (let stamp: string | undefined; stamp !== stampOf(file) || stamp === undefined; ) {
		stamp = stampOf(file);
		await delay(quiet);
	}
}

function findPdf(folder: string): string | undefined {
	const name = readdirSync(folder).find((one) => one.endsWith('.pdf'));
	return name === undefined ? undefined : join(folder, name);
}

/** Changes with each writing of a file, by rename too; nothing while there is no such file. */
function stampOf(file: string): string | undefined {
	const found = statSync(file, { throwIfNoEntry: false });
	return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}

function digest(file: string): string {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

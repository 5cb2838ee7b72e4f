import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type CommandLine, type CommandSettings, type Ended, failureOf, run } from './command.ts';
import { BenchFault, type Job, type Tool } from './job.ts';
import type { Memory } from './process-tree.ts';
import { median } from './statistics.ts';

/** What one tool needed for one text; a fault stands in the place of what could not be measured. */
export interface BuildFigure {
	readonly tool: string;
	/** How many times the manuscript stands in the text. */
	readonly times: number;
	readonly pages?: number;
	/** Median of the runs, in ms. */
	readonly ms?: number;
	readonly runs: number;
	readonly peak?: Memory;
	readonly fault?: string;
}

export interface BuildSettings extends Omit<CommandSettings, 'limit' | 'memory'> {
	/** Timed runs of each tool. */
	readonly runs: number;
	readonly say: (text: string) => void;
}

/** A run that takes longer than this, in ms, is not repeated: it is timed once. */
const long = 60_000;

/** A tool at work on one text. */
interface Entry {
	readonly tool: Tool;
	readonly times: number[];
	made?: { readonly pages: number };
	peak?: Memory;
	runs: number;
	fault?: string;
}

/**
 * Runs every tool once to measure its memory and to warm the disk, then in turns for the time, so that what else
 * the machine does meets them all.
 */
export async function measureBuilds(
	tools: readonly Tool[],
	job: Job,
	settings: BuildSettings,
): Promise<readonly BuildFigure[]> {
	const entries = tools.map((tool): Entry => ({ tool, times: [], runs: settings.runs }));
	for (const entry of entries) await attempt(entry, () => rehearse(entry, job, settings));
	for (let index = 0; index < settings.runs; index++) {
		for (const entry of entries) {
			if (entry.fault === undefined && index < entry.runs) {
				await attempt(
					entry,
					async () => void entry.times.push((await once(entry, job, index + 1, false, settings)).ms),
				);
			}
		}
	}
	for (const { tool } of entries) await tool.after?.(job);
	return entries.map((entry) => toFigure(entry, job.times));
}

async function rehearse(entry: Entry, job: Job, settings: BuildSettings): Promise<void> {
	const { tool } = entry;
	const prepare = async (command: CommandLine) => {
		check(await run(command, { ...settings, limit: job.limit, memory: false }), job.limit);
	};
	await tool.prepare?.(job, prepare);
	const ended = await once(entry, job, 0, true, settings);
	const { file, pages } = tool.made(job, ended.stdout);
	entry.made = { pages: pages ?? (await countPages(file)) };
	if (ended.peak) entry.peak = ended.peak;
	if (ended.ms > long) entry.runs = 1;
}

async function once(
	{ tool }: Entry,
	job: Job,
	index: number,
	memory: boolean,
	settings: BuildSettings,
): Promise<Ended> {
	await tool.before?.(job, index);
	const ended = await run(tool.command(job), { ...settings, limit: job.limit, memory });
	settings.say(`×${job.times} ${tool.name}${memory ? ' (memory)' : ''}: ${(ended.ms / 1000).toFixed(2)} s`);
	check(ended, job.limit);
	return ended;
}

function check(ended: Ended, limit: number): void {
	const failure = failureOf(ended, limit);
	if (failure !== undefined) throw new BenchFault(failure);
}

async function attempt(entry: Entry, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		entry.fault = error instanceof Error ? error.message : String(error);
	}
}

async function countPages(file: string): Promise<number> {
	const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
	return document.getPageCount();
}

function toFigure({ tool, times, made, peak, fault }: Entry, count: number): BuildFigure {
	return {
		tool: tool.name,
		times: count,
		runs: times.length,
		...(made ?? {}),
		...(fault === undefined && times.length > 0 ? { ms: median(times) } : {}),
		...(peak ? { peak } : {}),
		...(fault === undefined ? {} : { fault }),
	};
}

import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { BuildOptions } from './cli/arguments.ts';
import type { Interruption } from './cli/interruption.ts';
import type { Progress } from './cli/progress.ts';
import { createTimings } from './cli/timings.ts';
import { toTrace } from './cli/trace.ts';
import type { BuildOutcome } from './cli/watch.ts';
import { createReport } from './diagnostics/index.ts';
import type { House, Outputs, Pause } from './model/index.ts';
import type { OpenSession } from './session.ts';
import type { World } from './world.ts';
import { writeFiles } from './write/index.ts';

/** A unit of some hundred pages takes seconds; one that takes this long, in ms, hangs. */
const unitLimit = 120_000;

/** What builds are made in. */
export interface Workplace {
	readonly session: OpenSession;
	readonly house: () => Promise<House>;
	readonly progress: Progress;
	readonly interruption: Interruption;
	/** From SOURCE_DATE_EPOCH. */
	readonly modified?: Date;
	/** A clock in ms, for durations. */
	readonly now: () => number;
}

export type Work = (world: World) => Promise<Outputs>;

/** What comes of work that only looks. */
export const noOutputs: Outputs = { artifacts: [], listings: [] };

/**
 * Sets a world up for one build, does the work in it and writes what came out. Never fails: what breaks the work off
 * is part of the outcome.
 */
export async function runBuild(
	{ out, trace }: Pick<BuildOptions, 'out' | 'trace'>,
	place: Workplace,
	work: Work,
): Promise<BuildOutcome> {
	const { session, house, progress, interruption, modified, now } = place;
	const start = now();
	const report = createReport();
	const timings = createTimings(now);
	session.beginBuild(report.add);
	const write = async ({ artifacts, listings }: Outputs) => {
		if (report.hasErrors() || artifacts.length === 0) return [];
		const writing = writeFiles(out, [...artifacts, ...listings]);
		const written = interruption.waitFor(() => writing);
		return await writing.finally(written);
	};
	const finish = async (
		result: Pick<BuildOutcome, 'artifacts' | 'listings' | 'paths' | 'error' | 'failure'>,
	): Promise<BuildOutcome> => {
		progress.end();
		session.endBuild();
		if (trace !== undefined) await writeFile(trace, toTrace(timings.spans()));
		return { ...result, report, timings: timings.all(), time: now() - start };
	};
	try {
		const outputs = await work({
			...session,
			house: await house(),
			unitLimit,
			report: report.add,
			hasErrors: report.hasErrors,
			stage: progress.stage,
			step: progress.step,
			now,
			time: timings.time,
			detail: timings.detail,
			pause: createPause(now),
			...(modified ? { modified } : {}),
		});
		const paths = await timings.time('write', () => write(outputs));
		return await finish({ ...outputs, paths: paths.map((path) => relative(process.cwd(), path) || path) });
	} catch (failure) {
		const error = failure instanceof Error ? failure.message : String(failure);
		return await finish({ ...noOutputs, paths: [], error, failure });
	}
}

/** How long, in ms, work may hold up what waits beside it. */
const longestTurn = 3;

function createPause(now: () => number): Pause {
	let since = now();
	return () => {
		if (now() - since < longestTurn) return undefined;
		return new Promise((resume) => {
			setImmediate(() => {
				since = now();
				resume();
			});
		});
	};
}

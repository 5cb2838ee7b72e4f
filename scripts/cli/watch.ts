import { summarize } from '../diagnostics/index.ts';
import type { Artifact } from '../model/index.ts';
import { printReport, type RunResult } from './output.ts';

/** What came of one build. */
export interface BuildOutcome
	extends Pick<RunResult, 'artifacts' | 'listings' | 'paths' | 'report' | 'timings' | 'error'> {
	/** What was thrown, where the work was broken off: `error` is its message. */
	readonly failure?: unknown;
	/** From its beginning to the written files, in ms. */
	readonly time: number;
}

export interface WatchTarget {
	/** Builds everything as it is now. Never fails: a failure is an outcome. */
	readonly build: () => Promise<BuildOutcome>;
}

export interface WatchRun extends Pick<RunResult, 'json' | 'stdout' | 'stderr'> {
	readonly target: WatchTarget;
	/** Runs builds one at a time. */
	readonly createRebuilder: (
		build: () => Promise<void>,
		onFailure: (error: unknown) => void,
	) => { readonly request: () => void; readonly stop: () => Promise<void> };
	/** Calls back after each change of the sources. */
	readonly watch: (onChange: () => void) => { readonly close: () => Promise<void> };
	/** Time of day for the lines. */
	readonly clock: () => Date;
	/** Nothing is told any more: the program is being ended. */
	readonly isEnding: () => boolean;
}

/**
 * Builds, and builds again after each change, until the program is ended. Faults of the manuscript, and later those of
 * tools too, are told and the watch goes on.
 * @throws what broke the first build off, for it would break off the next as well
 */
export async function runWatch(run: WatchRun): Promise<never> {
	const tell = createTeller(run);
	let isFirst = true;
	let fail: (error: unknown) => void = () => {};
	const failed = new Promise<never>((_, reject) => {
		fail = reject;
	});
	const build = async () => {
		const outcome = await run.target.build();
		if (run.isEnding()) return;
		tell(outcome, isFirst);
		if (isFirst && outcome.error !== undefined) fail(outcome.failure);
		isFirst = false;
	};
	const rebuilder = run.createRebuilder(build, (error) => fail(error));
	// Before the first build: what changes while it runs is seen.
	const watching = run.watch(rebuilder.request);
	rebuilder.request();
	try {
		return await failed;
	} finally {
		await watching.close();
		await rebuilder.stop();
	}
}

/** Tells of each build: the first as a build alone does, the others in a line, all as a line of JSON where asked to. */
function createTeller({ json, stdout, stderr, clock }: WatchRun) {
	let told: ReadonlySet<string> = new Set();
	const say = (text: string) => stderr.write(`${formatClock(clock())} ${text}\n`);
	return (outcome: BuildOutcome, isFirst: boolean): void => {
		const { report } = outcome;
		if (json) {
			printReport({ ...outcome, json, lines: true, stdout, stderr });
			return;
		}
		if (isFirst) printReport({ ...outcome, json, stdout, stderr });
		else {
			// A warning that stood there before the last save is no news.
			const news = report.list().filter((one) => one.severity === 'error' || !told.has(JSON.stringify(one)));
			const shown = { ...report, list: () => news };
			printReport({
				...outcome,
				paths: [],
				artifacts: [],
				listings: [],
				report: shown,
				json,
				stdout: silent,
				stderr,
			});
			say(formatOutcome(outcome));
		}
		told = new Set(report.list().map((one) => JSON.stringify(one)));
		if (isFirst && outcome.error === undefined) say('watching for changes; Ctrl-C ends');
	};
}

const silent = { write: () => true };

/** What became of a build, in a line: `zh 82 pages, 1 unit laid out; en 90 pages, 0 units laid out; 0.31 s`. */
export function formatOutcome({ artifacts, paths, report, error, time }: BuildOutcome): string {
	const seconds = `${(time / 1000).toFixed(2)} s`;
	if (error !== undefined) return `failed: ${error}`;
	if (paths.length === 0) {
		const faults = summarize(report.list().filter((one) => one.severity === 'error'));
		return `${faults || 'nothing to write'}, the outputs stay as they were, ${seconds}`;
	}
	const editions = [...new Set(artifacts.map((artifact) => artifact.edition))];
	const parts = editions.map((edition) =>
		formatEdition(
			edition,
			artifacts.filter((artifact) => artifact.edition === edition),
		),
	);
	return parts.length === 1 ? `${parts[0]}, ${seconds}` : `${parts.join('; ')}; ${seconds}`;
}

function formatEdition(edition: string, artifacts: readonly Artifact[]): string {
	const paged = artifacts.find((artifact) => artifact.pages !== undefined);
	if (!paged) return `${edition} ${artifacts.map(({ format }) => format).join(', ')}`;
	const { pages = 0, units = 0, cached = 0 } = paged;
	return `${edition} ${count(pages, 'page')}, ${count(units - cached, 'unit')} laid out`;
}

function count(n: number, what: string): string {
	return `${n} ${what}${n === 1 ? '' : 's'}`;
}

/** The time of day, local: `14:03:21`. */
function formatClock(now: Date): string {
	return [now.getHours(), now.getMinutes(), now.getSeconds()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

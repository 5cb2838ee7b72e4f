import { readFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserError, findBrowser, openWorkshop } from './browser/index.ts';
import { type BuildOptions, type CheckOptions, readArguments, UsageError, usage } from './cli/arguments.ts';
import { printReport, type RunResult } from './cli/output.ts';
import { createProgress, silence } from './cli/progress.ts';
import { createTimings } from './cli/timings.ts';
import { createReport } from './diagnostics/index.ts';
import { loadHouse } from './load/index.ts';
import type { Workshop } from './model/index.ts';
import { build, check, RequestError, type World } from './pipeline.ts';
import { writeArtifacts } from './write/index.ts';

/** A unit of some hundred pages takes seconds; one that takes this long, in ms, hangs. */
const unitLimit = 120_000;

const exit = { ok: 0, manuscript: 1, usage: 2, tool: 3, interrupted: 130 } as const;

/** Folder of the program: `templates/` and `styles/` lie there. */
const home = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	const interruption = watchSignals();
	try {
		const command = readArguments(args);
		if (command.kind === 'help') return print(usage);
		if (command.kind === 'version') return print(`${await readVersion()}\n`);
		if (command.kind === 'preview') throw new UsageError('The preview is not wired up yet.');
		return command.kind === 'check'
			? await runCheck(command, interruption)
			: await runBuild(command, interruption);
	} catch (error) {
		// Whatever was cut off complains of it.
		if (interruption.happened()) return exit.interrupted;
		if (error instanceof UsageError) {
			process.stderr.write(`${error.message}\n\n${usage}`);
			return exit.usage;
		}
		if (error instanceof RequestError) {
			process.stderr.write(`${error.message}\n`);
			return exit.usage;
		}
		process.stderr.write(`diglot: ${messageOf(error)}\n`);
		if (!(error instanceof BrowserError) && process.env.DIGLOT_DEBUG && error instanceof Error) {
			process.stderr.write(`${error.stack}\n`);
		}
		return exit.tool;
	}
}

async function runCheck(options: CheckOptions, interruption: Interruption): Promise<number> {
	const request = { ...options, formats: [], out: '' };
	return await run(request, interruption, async (world) => {
		await check(request, world);
		return [];
	});
}

async function runBuild(options: BuildOptions, interruption: Interruption): Promise<number> {
	return await run(options, interruption, async (world) => await build(options, world));
}

/** Sets the world up, does the work in it, writes what came out and tells of it. */
async function run(
	options: BuildOptions,
	interruption: Interruption,
	work: (world: World) => Promise<RunResult['artifacts']>,
): Promise<number> {
	const report = createReport();
	const timings = createTimings(() => performance.now());
	const { stdout, stderr, env } = process;
	const progress = options.json
		? silence
		: createProgress({
				write: (text) => stderr.write(text),
				terminal: Boolean(stderr.isTTY),
				color: env.NO_COLOR === undefined || env.NO_COLOR === '',
			});
	const modified = readEpoch(env.SOURCE_DATE_EPOCH);
	const world: World = {
		house: await loadHouse(home),
		openWorkshop: () => {
			const opening = startBrowser(options.browser ?? env.DIGLOT_BROWSER);
			interruption.waitFor(() => opening.then((workshop) => workshop.close()));
			return opening;
		},
		jobs: options.jobs ?? availableParallelism(),
		unitLimit,
		report: report.add,
		hasErrors: report.hasErrors,
		stage: progress.stage,
		step: progress.step,
		now: () => performance.now(),
		time: timings.time,
		...(modified ? { modified } : {}),
	};
	const write = (artifacts: RunResult['artifacts']) => {
		if (report.hasErrors() || artifacts.length === 0) return [];
		const writing = writeArtifacts(options.out, artifacts);
		interruption.waitFor(() => writing);
		return writing;
	};
	const make = async () => {
		const artifacts = await work(world);
		return { artifacts, paths: await timings.time('write', () => write(artifacts)) };
	};
	const tell = (result: Pick<RunResult, 'artifacts' | 'paths' | 'error'>) =>
		printReport({ ...result, report, timings: timings.all(), json: options.json, stdout, stderr });
	const { artifacts, paths } = await make()
		.finally(progress.end)
		.catch((error: unknown) => {
			// What was found before a tool failed is not lost with it.
			if (!interruption.happened()) tell({ artifacts: [], paths: [], error: messageOf(error) });
			throw error;
		});
	tell({ artifacts, paths: paths.map((path) => relative(process.cwd(), path) || path) });
	return report.hasErrors() ? exit.manuscript : exit.ok;
}

async function startBrowser(chosen: string | undefined): Promise<Workshop> {
	const { env, platform, arch } = process;
	const caches = env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const found = await findBrowser({
		cache: join(caches, 'diglot'),
		platform,
		arch,
		path: env.PATH ?? '',
		...(chosen ? { chosen } : {}),
	});
	return await openWorkshop({ found, sandbox: process.getuid?.() !== 0, environment: env });
}

interface Interruption {
	readonly happened: () => boolean;
	/** The program does not end before this has. */
	readonly waitFor: (closing: () => Promise<unknown>) => void;
}

/** Ctrl-C leaves no browser behind, and no half file. */
function watchSignals(): Interruption {
	const closings: (() => Promise<unknown>)[] = [];
	let happened = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			happened = true;
			const closed = Promise.allSettled(closings.map((close) => close()));
			void closed.then(() => process.exit(exit.interrupted));
		});
	}
	return { happened: () => happened, waitFor: (closing) => void closings.push(closing) };
}

/** SOURCE_DATE_EPOCH: seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch). */
function readEpoch(value: string | undefined): Date | undefined {
	if (value === undefined || value === '') return undefined;
	if (!/^\d{1,12}$/.test(value)) throw new UsageError('SOURCE_DATE_EPOCH must be a whole number of seconds.');
	return new Date(Number(value) * 1000);
}

async function readVersion(): Promise<string> {
	const file = await readFile(join(home, 'package.json'), 'utf8');
	return (JSON.parse(file) as { version: string }).version;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function print(text: string): number {
	process.stdout.write(text);
	return exit.ok;
}

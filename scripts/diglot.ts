import { readFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, readArguments, UsageError, usage } from './cli/arguments.ts';
import { printReport, type RunResult } from './cli/output.ts';
import { createProgress, silence } from './cli/progress.ts';
import { createTimings } from './cli/timings.ts';
import { createReport } from './diagnostics/index.ts';
import { loadHouse } from './load/index.ts';
import type { Workshop } from './model/index.ts';
import { BrowserError, findBrowser, openWorkshop } from './paginate/index.ts';
import { build, RequestError, readBook, type World } from './pipeline.ts';
import { writeArtifacts } from './write/index.ts';

/** A unit of some hundred pages takes seconds; one that takes this long, in ms, hangs. */
const unitLimit = 120_000;

const exit = { ok: 0, manuscript: 1, usage: 2, tool: 3, interrupted: 130 } as const;

/** Folder of the program: `templates/` and `styles/` lie there. */
const home = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	try {
		const command = readArguments(args);
		if (command.kind === 'help') return print(usage);
		if (command.kind === 'version') return print(`${await readVersion()}\n`);
		return command.kind === 'check' ? await runCheck(command) : await runBuild(command);
	} catch (error) {
		if (error instanceof UsageError) {
			process.stderr.write(`${error.message}\n\n${usage}`);
			return exit.usage;
		}
		if (error instanceof RequestError) {
			process.stderr.write(`${error.message}\n`);
			return exit.usage;
		}
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`diglot: ${message}\n`);
		if (!(error instanceof BrowserError) && process.env.DIGLOT_DEBUG && error instanceof Error) {
			process.stderr.write(`${error.stack}\n`);
		}
		return exit.tool;
	}
}

async function runCheck(options: { readonly manuscript: string; readonly json: boolean }): Promise<number> {
	return await run({ ...options, formats: [], out: '' }, async (world, request) => {
		await readBook(request, world);
		return [];
	});
}

async function runBuild(options: BuildOptions): Promise<number> {
	return await run(options, async (world, request) => await build(request, world));
}

/** Sets the world up, does the work in it, writes what came out and tells of it. */
async function run(
	options: BuildOptions,
	work: (world: World, request: BuildOptions) => Promise<RunResult['artifacts']>,
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
		openWorkshop: () => startBrowser(options.browser ?? env.DIGLOT_BROWSER),
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
	const artifacts = await work(world, options);
	const nothing = report.hasErrors() || artifacts.length === 0;
	const paths = nothing ? [] : await timings.time('write', () => writeArtifacts(options.out, artifacts));
	progress.end();
	const shown = paths.map((path) => relative(process.cwd(), path) || path);
	printReport({
		artifacts,
		paths: shown,
		report,
		timings: timings.all(),
		json: options.json,
		stdout,
		stderr,
	});
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
	const workshop = await openWorkshop({ found, sandbox: process.getuid?.() !== 0, environment: env });
	closeOnSignal(workshop);
	return workshop;
}

/** Ctrl-C leaves no browser behind, and no half file: outputs are only written at the end. */
function closeOnSignal(workshop: Workshop): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			void workshop.close().finally(() => process.exit(exit.interrupted));
		});
	}
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

function print(text: string): number {
	process.stdout.write(text);
	return exit.ok;
}

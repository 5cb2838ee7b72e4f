import { readFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserError, findBrowser, openWorkshop, shareWorkshop } from './browser/index.ts';
import { type BuildOptions, type CheckOptions, readArguments, UsageError, usage } from './cli/arguments.ts';
import { createInterruption, type Interruption } from './cli/interruption.ts';
import { isOutput } from './cli/is-output.ts';
import { keep } from './cli/kept.ts';
import { printReport } from './cli/output.ts';
import { createProgress, type Progress, silence } from './cli/progress.ts';
import { createTimings } from './cli/timings.ts';
import { type BuildOutcome, runWatch } from './cli/watch.ts';
import { createReport } from './diagnostics/index.ts';
import { loadHouse } from './load/index.ts';
import type { Artifact, House, Workshop } from './model/index.ts';
import { build, check, RequestError, type World } from './pipeline.ts';
import { createRebuilder, watchFolder } from './watch/index.ts';
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
		if (command.kind === 'check') return await runCheck(command, interruption);
		return command.watch ? await watchBuild(command, interruption) : await runBuild(command, interruption);
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

/** Does the work once and tells of it. */
async function run(options: BuildOptions, interruption: Interruption, work: Work): Promise<number> {
	const openWorkshop = () => {
		const opening = startBrowser(options.browser);
		interruption.waitFor(() => opening.then((workshop) => workshop.close()));
		return opening;
	};
	const setting = {
		openHouse: () => loadHouse(home),
		openWorkshop,
		progress: showProgress(options),
		interruption,
	};
	const outcome = await make(options, setting, work);
	const { json } = options;
	// What was found before a tool failed is not lost with it.
	if (!interruption.happened())
		printReport({ ...outcome, json, stdout: process.stdout, stderr: process.stderr });
	if (outcome.error !== undefined) throw outcome.failure;
	return outcome.report.hasErrors() ? exit.manuscript : exit.ok;
}

/** Builds after each change, with one browser for all builds, until it is interrupted. */
async function watchBuild(options: BuildOptions, interruption: Interruption): Promise<never> {
	const { stdout, stderr } = process;
	const say = (text: string) => stderr.write(`diglot: ${text}\n`);
	// A terminal that was closed, or a reader that has read enough.
	for (const stream of [stdout, stderr]) stream.on('error', interruption.end);
	process.on('unhandledRejection', (reason) => {
		if (!interruption.happened()) say(messageOf(reason));
	});
	const browser = shareWorkshop(
		() => startBrowser(options.browser),
		() => say('the browser broke down; another one is started'),
	);
	interruption.waitFor(browser.close);
	const progress = showProgress(options);
	const house = keep(() => loadHouse(home));
	let builds = 0;
	const buildOnce = async () => {
		const quiet = builds++ > 0 && !stderr.isTTY;
		const setting = {
			openHouse: house.get,
			openWorkshop: browser.open,
			progress: quiet ? silence : progress,
			interruption,
		};
		return await make(options, setting, (world) => build(options, world));
	};
	const target = {
		build: async () => {
			const outcome = await buildOnce();
			return outcome.error !== undefined && browser.isLost() ? await buildOnce() : outcome;
		},
	};
	const houseFolders = ['templates', 'styles'].map((name) => join(home, name));
	const watch = (onChange: () => void) => {
		const watching = watchFolder(
			options.manuscript,
			(folders) => {
				if (houseFolders.some((folder) => folders.has(folder))) house.forget();
				onChange();
			},
			{ also: houseFolders, ignore: (path) => isOutput(path, options.out) },
		);
		interruption.waitFor(watching.close);
		return watching;
	};
	const { json } = options;
	const isEnding = interruption.happened;
	try {
		const clock = () => new Date();
		return await runWatch({ target, createRebuilder, watch, json, stdout, stderr, clock, isEnding });
	} finally {
		await browser.close();
	}
}

type Work = (world: World) => Promise<readonly Artifact[]>;

interface Setting extends Pick<World, 'openWorkshop'> {
	readonly openHouse: () => Promise<House>;
	readonly progress: Progress;
	readonly interruption: Interruption;
}

/** Sets a world up, does the work in it and writes what came out; what breaks the work off is part of the outcome. */
async function make(options: BuildOptions, setting: Setting, work: Work): Promise<BuildOutcome> {
	const { openHouse, openWorkshop, progress, interruption } = setting;
	const start = performance.now();
	const report = createReport();
	const timings = createTimings(() => performance.now());
	const modified = readEpoch(process.env.SOURCE_DATE_EPOCH);
	const write = async (artifacts: readonly Artifact[]) => {
		if (report.hasErrors() || artifacts.length === 0) return [];
		const writing = writeArtifacts(options.out, artifacts);
		const written = interruption.waitFor(() => writing);
		return await writing.finally(written);
	};
	const finish = (result: Pick<BuildOutcome, 'artifacts' | 'paths' | 'error' | 'failure'>): BuildOutcome => {
		progress.end();
		return { ...result, report, timings: timings.all(), time: performance.now() - start };
	};
	try {
		const artifacts = await work({
			house: await openHouse(),
			openWorkshop,
			jobs: options.jobs ?? availableParallelism(),
			unitLimit,
			report: report.add,
			hasErrors: report.hasErrors,
			stage: progress.stage,
			step: progress.step,
			now: () => performance.now(),
			time: timings.time,
			...(modified ? { modified } : {}),
		});
		const paths = await timings.time('write', () => write(artifacts));
		return finish({ artifacts, paths: paths.map((path) => relative(process.cwd(), path) || path) });
	} catch (failure) {
		return finish({ artifacts: [], paths: [], error: messageOf(failure), failure });
	}
}

function showProgress({ json }: BuildOptions): Progress {
	const { stderr, env } = process;
	if (json) return silence;
	return createProgress({
		write: (text) => stderr.write(text),
		terminal: Boolean(stderr.isTTY),
		color: env.NO_COLOR === undefined || env.NO_COLOR === '',
	});
}

async function startBrowser(asked: string | undefined): Promise<Workshop> {
	const { env, platform, arch } = process;
	const chosen = asked ?? env.DIGLOT_BROWSER;
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

/** Ctrl-C leaves no browser behind, and no half file. */
function watchSignals(): Interruption {
	const leave = () => process.exit(exit.interrupted);
	const interruption = createInterruption({ leave, now: () => performance.now() });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interruption.end);
	return interruption;
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

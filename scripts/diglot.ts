import { readFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserError, type StartedBrowser, startBrowser } from './browser/index.ts';
import { noStore, type OpenStore, openStore } from './cache/index.ts';
import { type BuildOptions, type CheckOptions, type PreviewOptions, readArguments } from './cli/arguments.ts';
import { createInterruption, type Interruption } from './cli/interruption.ts';
import { printReport } from './cli/output.ts';
import { createProgress, type Progress, silence } from './cli/progress.ts';
import type { TranslationsCommand } from './cli/translation-arguments.ts';
import { UsageError, usage } from './cli/usage.ts';
import { type Reporter, RequestError } from './diagnostics/index.ts';
import { noOutputs, runBuild, type Work, type Workplace } from './run-build.ts';

const exit = { ok: 0, manuscript: 1, usage: 2, tool: 3, interrupted: 130 } as const;

/** Folder of the program: `templates/` and `styles/` lie there. */
const home = fileURLToPath(new URL('..', import.meta.url));

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});

async function main(args: readonly string[]): Promise<number> {
	const interruption = watchSignals();
	try {
		const command = readArguments(args);
		if (command.kind === 'help') return print(usage);
		if (command.kind === 'version') return print(`${await readVersion()}\n`);
		if (command.kind === 'check') return await check(command, interruption);
		if (command.kind === 'preview') return await preview(command, interruption);
		if (command.kind === 'build') return await build(command, interruption);
		return await translations(command, interruption);
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

async function check(options: CheckOptions, interruption: Interruption): Promise<number> {
	const request = { ...options, formats: [], out: '', cache: 'none' } as const;
	return await runOnce(
		request,
		interruption,
		async (world) => {
			const pipeline = await import('./pipeline.ts');
			await pipeline.check(request, world);
			return noOutputs;
		},
		false,
	);
}

async function build(options: BuildOptions, interruption: Interruption): Promise<number> {
	const { changesSince } = options;
	const work: Work = async (world) => {
		if (changesSince === undefined) return await (await import('./pipeline.ts')).build(options, world);
		const { buildChanges } = await import('./redline-book.ts');
		return await buildChanges({ ...options, changesSince }, world);
	};
	return options.watch
		? await watch(options, interruption, work)
		: await runOnce(options, interruption, work);
}

/** Does the work once and tells of it. */
async function runOnce(
	options: BuildOptions,
	interruption: Interruption,
	work: Work,
	needsBrowser = true,
): Promise<number> {
	const place = await openPlace(options, interruption, needsBrowser);
	const house = async () => await (await import('./load/index.ts')).loadHouse(home);
	const outcome = await runBuild(options, { ...place, house }, work).finally(place.session.close);
	const { stdout, stderr } = process;
	// What was found before a tool failed is not lost with it.
	if (!interruption.happened()) printReport({ ...outcome, json: options.json, stdout, stderr });
	if (outcome.error !== undefined) throw outcome.failure;
	return outcome.report.hasErrors() ? exit.manuscript : exit.ok;
}

/** Tells of translations, or records them. */
async function translations(command: TranslationsCommand, interruption: Interruption): Promise<number> {
	const json = command.kind === 'translations-status' && command.json;
	const place = await openPlace({ cache: 'none', json }, interruption, false);
	const { runTranslations } = await import('./run-translations.ts');
	const { stdout, stderr } = process;
	const house = async () => await (await import('./load/index.ts')).loadHouse(home);
	const isDone = await runTranslations(command, { ...place, house }, { stdout, stderr }).finally(
		place.session.close,
	);
	return isDone ? exit.ok : exit.manuscript;
}

async function watch(options: BuildOptions, interruption: Interruption, work: Work): Promise<never> {
	const { stdout, stderr } = process;
	// A terminal that was closed, or a reader that has read enough.
	for (const stream of [stdout, stderr]) stream.on('error', interruption.end);
	process.on('unhandledRejection', (reason) => {
		if (!interruption.happened()) say(messageOf(reason));
	});
	const place = await openPlace(options, interruption);
	const { loadHouse } = await import('./load/index.ts');
	const { watchBuild } = await import('./watch-build.ts');
	const watched = {
		...place,
		loadHouse: () => loadHouse(home),
		home,
		stdout,
		stderr,
		clock: () => new Date(),
	};
	return await watchBuild(options, watched, work).finally(place.session.close);
}

async function preview(options: PreviewOptions, interruption: Interruption): Promise<never> {
	const place = await openPlace({ ...options, json: true }, interruption);
	const { loadHouse } = await import('./load/index.ts');
	const { previewBook } = await import('./preview-book.ts');
	const onOpen = (url: string) => {
		print(`${url}\n`);
		if (options.open) void openPage(url);
	};
	const previewed = { ...place, loadHouse: () => loadHouse(home), home, onOpen, say };
	return await previewBook(options, previewed).finally(place.session.close);
}

/** Where no browser can be opened the address is there to be copied. */
async function openPage(url: string): Promise<void> {
	const { default: open } = await import('open');
	await open(url).then(
		(child) => child.on('error', () => {}),
		() => {},
	);
}

/** What builds are made in: the browser, the store, the clock and the date of this machine. */
async function openPlace(
	options: Pick<BuildOptions, 'browser' | 'jobs' | 'cache' | 'json'>,
	interruption: Interruption,
	needsBrowser = true,
): Promise<Omit<Workplace, 'house'>> {
	const modified = readEpoch(process.env.SOURCE_DATE_EPOCH);
	const { openSession } = await import('./session.ts');
	const session = await openSession({
		startBrowser: () => findAndStart(options.browser ?? process.env.DIGLOT_BROWSER),
		jobs: options.jobs ?? availableParallelism(),
		openStore: (report) => chooseStore(options.cache, report),
		onLoss: () => say('the browser broke down; another one is started'),
	});
	interruption.waitFor(session.close);
	// The browser starts while the rest of the program is read; its failure is seen where it is first needed.
	if (needsBrowser) session.tabs().catch(() => {});
	return {
		session,
		progress: showProgress(options),
		interruption,
		now: () => performance.now(),
		...(modified ? { modified } : {}),
	};
}

async function chooseStore(choice: BuildOptions['cache'], report: Reporter): Promise<OpenStore> {
	if (choice === 'none') return noStore;
	const folder = choice === 'usual' ? join(home, 'node_modules/.cache/diglot/units') : choice.folder;
	return await openStore({ folder, now: Date.now, report });
}

async function findAndStart(chosen: string | undefined): Promise<StartedBrowser> {
	const { env, platform, arch } = process;
	const caches = env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const search = { cache: join(caches, 'diglot'), platform, arch, path: env.PATH ?? '' };
	return await startBrowser(
		{ ...search, ...(chosen ? { chosen } : {}) },
		{ sandbox: process.getuid?.() !== 0, environment: env },
	);
}

function showProgress({ json }: Pick<BuildOptions, 'json'>): Progress {
	const { stderr, env } = process;
	if (json) return silence;
	return createProgress({
		write: (text) => stderr.write(text),
		terminal: Boolean(stderr.isTTY),
		color: env.NO_COLOR === undefined || env.NO_COLOR === '',
	});
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

function say(text: string): void {
	process.stderr.write(`diglot: ${text}\n`);
}

function print(text: string): number {
	process.stdout.write(text);
	return exit.ok;
}

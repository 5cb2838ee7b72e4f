import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchOptions, BenchUsageError, benchUsage, readBenchArguments } from './bench/arguments.ts';
import { prepareBrowser } from './bench/browser.ts';
import { writeDocument } from './bench/document.ts';
import { describeMachine } from './bench/machine.ts';
import { measureAll } from './bench/measure-all.ts';
import { findPeers } from './bench/peers.ts';
import { plot } from './bench/plot.ts';
import { toSeries } from './bench/series.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/** The program that prints the floor, as bench.mjs has joined it. */
const floorScript = join(home, 'node_modules/.cache/diglot/bench/floor.mjs');

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	try {
		const options = readBenchArguments(args);
		if (options) return await bench(options);
		process.stdout.write(benchUsage);
		return 0;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const isUsage = error instanceof BenchUsageError;
		process.stderr.write(isUsage ? `${message}\n\n${benchUsage}` : `bench: ${message}\n`);
		return isUsage ? 2 : 3;
	}
}

async function bench(options: BenchOptions): Promise<number> {
	const { env } = process;
	const interruption = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => interruption.abort());
	}
	// Before anything is measured: a place that cannot be written to is seen at once.
	if (options.out) await mkdir(dirname(options.out), { recursive: true });
	const work = await mkdtemp(join(tmpdir(), 'diglot-bench-'));
	try {
		const cache = join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'diglot');
		const browser = await prepareBrowser({ env, cache, sandbox: process.getuid?.() !== 0 });
		const found = await findPeers(options.peers, env.PATH ?? '');
		const peers = found.filter((peer) => options.tools.includes(peer.name));
		const measured = await measureAll({
			...options,
			manuscript: resolve(options.manuscript),
			home,
			program: resolve(options.program ?? home),
			node: process.execPath,
			floorScript,
			work,
			browser,
			peers,
			now: () => performance.now(),
			signal: interruption.signal,
			say: (text) => process.stderr.write(`${text}\n`),
		});
		if (interruption.signal.aborted) return 130;
		const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
		const epoch = env.SOURCE_DATE_EPOCH;
		const date = epoch ? new Date(Number(epoch) * 1000) : new Date();
		const machine = await describeMachine({ date, browser: browser.version, diglot: version, peers });
		const series = toSeries(measured.builds, measured.live);
		const plotName = options.out && `${basename(options.out, '.md')}.svg`;
		const text = writeDocument({
			...measured,
			machine,
			ownText: resolve(options.manuscript) === join(home, 'manuscript'),
			...(plotName ? { plot: plotName } : {}),
		});
		if (!options.out || !plotName) process.stdout.write(text);
		else {
			await writeFile(options.out, text);
			await writeFile(
				join(dirname(options.out), plotName),
				plot(series, 'Time of every tool over the number of pages'),
			);
		}
		return 0;
	} finally {
		await rm(work, { recursive: true, force: true, maxRetries: 3 });
	}
}

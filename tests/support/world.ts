import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StartedBrowser, startBrowser as start } from '../../scripts/browser/index.ts';
import { noStore } from '../../scripts/cache/index.ts';
import { createReport, type Report } from '../../scripts/diagnostics/index.ts';
import { loadHouse } from '../../scripts/load/index.ts';
import type { World } from '../../scripts/pipeline.ts';
import { type OpenSession, openSession, type SessionSettings } from '../../scripts/session.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A manuscript of the tests by name: the fixture book, or the book of this repository. */
export const manuscripts = {
	fixture: join(root, 'tests/fixtures/book'),
	digest: join(root, 'manuscript'),
};

/** Starts the browser as the command does. */
export async function startBrowser(): Promise<StartedBrowser> {
	const search = {
		cache: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'diglot'),
		platform: process.platform,
		arch: process.arch,
		path: process.env.PATH ?? '',
		...(process.env.DIGLOT_BROWSER ? { chosen: process.env.DIGLOT_BROWSER } : {}),
	};
	return await start(search, { sandbox: process.getuid?.() !== 0, environment: process.env });
}

export interface TestWorld {
	readonly world: World;
	readonly report: Report;
	/** Whoever makes a world closes it: a browser may have been started in it. */
	readonly session: OpenSession;
}

/** A silent world with a real browser, which keeps nothing on disk unless it is given a store. */
export async function createWorld(settings: Partial<SessionSettings> = {}): Promise<TestWorld> {
	const report = createReport();
	const session = await openSession({
		startBrowser,
		jobs: 2,
		openStore: async () => noStore,
		onLoss() {},
		...settings,
	});
	const world: World = {
		...session,
		house: await loadHouse(root),
		unitLimit: 60_000,
		report: report.add,
		hasErrors: report.hasErrors,
		stage() {},
		step() {},
		now: () => performance.now(),
		time: async (_stage, work) => await work(),
		detail: async (_name, work) => await work(),
		pause: () => undefined,
	};
	return { world, report, session };
}

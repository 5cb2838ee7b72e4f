import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, openWorkshop } from '../../scripts/browser/index.ts';
import { noStore } from '../../scripts/cache/index.ts';
import { createReport, type Report } from '../../scripts/diagnostics/index.ts';
import { loadHouse } from '../../scripts/load/index.ts';
import type { World } from '../../scripts/pipeline.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A manuscript of the tests by name: the fixture book, or the book of this repository. */
export const manuscripts = {
	fixture: join(root, 'tests/fixtures/book'),
	digest: join(root, 'manuscript'),
};

/** Starts the browser as the command does. */
export async function startBrowser() {
	const found = await findBrowser({
		cache: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'diglot'),
		platform: process.platform,
		arch: process.arch,
		path: process.env.PATH ?? '',
		...(process.env.DIGLOT_BROWSER ? { chosen: process.env.DIGLOT_BROWSER } : {}),
	});
	return await openWorkshop({ found, sandbox: process.getuid?.() !== 0, environment: process.env });
}

/** A silent world with a real browser. */
export async function createWorld(): Promise<{ readonly world: World; readonly report: Report }> {
	const report = createReport();
	const world: World = {
		house: await loadHouse(root),
		openWorkshop: startBrowser,
		store: noStore,
		jobs: 2,
		unitLimit: 60_000,
		report: report.add,
		hasErrors: report.hasErrors,
		stage() {},
		step() {},
		now: () => performance.now(),
		time: async (_stage, work) => await work(),
		detail: async (_name, work) => await work(),
	};
	return { world, report };
}

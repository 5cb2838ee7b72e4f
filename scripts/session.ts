import { openTabs, type SessionTabs, type StartedBrowser } from './browser/index.ts';
import { createMemo, type OpenStore } from './cache/index.ts';
import type { Reporter } from './diagnostics/index.ts';
import type { Workshop } from './model/index.ts';
import type { Session } from './world.ts';

export interface SessionSettings {
	readonly startBrowser: () => Promise<StartedBrowser>;
	/** Tabs side by side. */
	readonly jobs: number;
	/** Opens the store; what it has to tell is told to the build that runs. */
	readonly openStore: (report: Reporter) => Promise<OpenStore>;
	/** Called before a browser takes the place of one that broke down. */
	readonly onLoss: () => void;
}

/** A session that someone opened, and closes. */
export interface OpenSession extends Session {
	/** Begins a build: the store tells it what it finds. */
	readonly beginBuild: (report: Reporter) => void;
	/** Ends a build: forgets what it had no use for. */
	readonly endBuild: () => void;
	/** Whether the browser broke down. */
	readonly isLost: () => boolean;
	/** Leaves no browser behind, and nothing half written in the store. */
	readonly close: () => Promise<void>;
}

/** Keeps the browser, its tabs and all that can be remembered from build to build. */
export async function openSession(settings: SessionSettings): Promise<OpenSession> {
	const { startBrowser, jobs, onLoss } = settings;
	const memo = createMemo();
	let listener: Reporter = () => {};
	const store = await settings.openStore((...finding) => listener(...finding));
	let opening: Promise<SessionTabs> | undefined;
	let started: Promise<StartedBrowser> | undefined;
	let running: Workshop | undefined;
	let closed = false;

	const isLost = () => running !== undefined && !running.isOpen();
	const stop = async () => {
		await opening?.then((tabs) => tabs.close()).catch(() => {});
		// What it leaves on disk goes with it.
		await started?.then(async ({ workshop }) => (await workshop).close()).catch(() => {});
	};
	const start = async (): Promise<SessionTabs> => {
		if (isLost()) {
			onLoss();
			await stop();
		}
		running = undefined;
		started = startBrowser();
		const scripts = readScripts();
		const { version, workshop } = await started;
		workshop.then(
			(open) => {
				running = open;
			},
			() => {
				// One that does not start is tried again by the next build.
				opening = undefined;
			},
		);
		return await openTabs({ version, workshop, count: jobs, scripts: await scripts });
	};
	return {
		memo,
		store,
		tabs() {
			if (closed) return Promise.reject(new Error('The browser was closed.'));
			if (!opening || isLost()) {
				opening = start();
				opening.catch(() => {
					opening = undefined;
				});
			}
			return opening;
		},
		beginBuild(report) {
			listener = report;
		},
		endBuild: memo.endBuild,
		isLost,
		async close() {
			closed = true;
			await stop();
			await store.close();
		},
	};
}

/** Reads what tabs run, and so loads the late stages while the browser starts. */
async function readScripts(): Promise<readonly string[]> {
	const [{ readPagingScripts }, { readPrintScripts }] = await Promise.all([
		import('./paginate/index.ts'),
		import('./print/index.ts'),
	]);
	return (await Promise.all([readPagingScripts(), readPrintScripts()])).flat();
}

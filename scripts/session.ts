import { openTabs, type SessionTabs, type StartedBrowser } from './browser/index.ts';
import { createMemo, type OpenStore } from './cache/index.ts';
import type { Session } from './pipeline.ts';

export interface SessionSettings {
	readonly startBrowser: () => Promise<StartedBrowser>;
	/** Tabs side by side. */
	readonly jobs: number;
	readonly store: OpenStore;
}

/** A session that someone opened, and closes. */
export interface OpenSession extends Session {
	/** Ends a build: forgets what it had no use for. */
	readonly endBuild: () => void;
	/** Leaves no browser behind, and nothing half written in the store. */
	readonly close: () => Promise<void>;
}

/** Keeps the browser, its tabs and all that can be remembered from build to build. */
export function openSession({ startBrowser, jobs, store }: SessionSettings): OpenSession {
	const memo = createMemo();
	let browser: Promise<StartedBrowser> | undefined;
	let opening: Promise<SessionTabs> | undefined;

	const open = async (): Promise<SessionTabs> => {
		browser = startBrowser();
		const scripts = readScripts();
		const { version, workshop } = await browser;
		return await openTabs({ version, workshop, count: jobs, scripts: await scripts });
	};
	return {
		memo,
		store,
		tabs() {
			opening ??= open();
			// A browser that did not start is started again by the next build.
			opening.catch(() => {
				opening = undefined;
			});
			return opening;
		},
		endBuild: memo.endBuild,
		async close() {
			await opening?.then((tabs) => tabs.close()).catch(() => {});
			await browser?.then(async ({ workshop }) => (await workshop).close()).catch(() => {});
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

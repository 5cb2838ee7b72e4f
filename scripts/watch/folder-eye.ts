import { basename, join, resolve, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { compareLooks, type Difference } from './compare-looks.ts';
import { findRoot, type Look, lookAt } from './look.ts';
import { isPassing } from './passing-names.ts';

/** Keeps one folder in sight, and all below it. */
export interface FolderEye {
	/** The file system tells of changes from here on, as far as it does. */
	readonly ready: Promise<void>;
	/** How the folder differs from what was accepted last. */
	readonly compare: () => Difference;
	/** What `compare` saw last is known now. */
	readonly accept: () => void;
	/** The file system tells nothing: only looking helps. */
	readonly isBlind: () => boolean;
	readonly close: () => Promise<void>;
}

export interface EyeOptions {
	readonly ignore: (path: string) => boolean;
	/** The file system says that something changed. */
	readonly touch: () => void;
	/** There is a reason to look. */
	readonly look: () => void;
}

/**
 * Watches the folders, not the files in them: a folder tells of both. What happened is only ever a reason to look.
 * A folder that was replaced by another of the same name would be watched no more, and a missing one cannot be
 * watched: where a look finds other folders than before, watching begins anew.
 */
export function openFolderEye(folder: string, { ignore, touch, look }: EyeOptions): FolderEye {
	let accepted = lookAt(folder, ignore);
	let latest = accepted;
	let watched: ReadonlyMap<string, string> = new Map();
	let watching: Promise<FSWatcher | undefined> = Promise.resolve(undefined);
	let faulty = false;
	let closed = false;

	const start = async (root: string): Promise<FSWatcher | undefined> => {
		const { watch } = await import('chokidar');
		if (closed) return undefined;
		const watcher = watch(root, {
			ignoreInitial: true,
			followSymlinks: false,
			ignorePermissionErrors: true,
			// Holds back what was removed, for 100 ms.
			atomic: false,
			ignored: (path, stats) =>
				stats?.isFile() === true || (resolve(path) !== root && isPassing(basename(path))),
		});
		// Its own events leave out a change that follows another within 50 ms.
		watcher.on('raw', (_event, name, details) => {
			const { watchedPath = root } = details as { readonly watchedPath?: string };
			const path = join(watchedPath, name ?? '');
			// Where the folder is gone, the one above is watched for it.
			if (path !== root && !path.startsWith(root + sep)) return;
			if (!name || !(isPassing(name) || ignore(path))) touch();
		});
		watcher.on('error', () => {
			faulty = true;
		});
		await new Promise<void>((done) => watcher.once('ready', done));
		// What happened before it was ready was told to nobody.
		look();
		return watcher;
	};

	const restart = (folders: Look['folders']): void => {
		watched = folders;
		const next = async (before: FSWatcher | undefined) => {
			await before?.close();
			const root = findRoot(folder);
			return root === undefined || closed ? undefined : await start(root);
		};
		watching = watching.then(next).catch(() => {
			faulty = true;
			return undefined;
		});
	};

	restart(accepted.folders);
	return {
		ready: watching.then(() => {}),
		compare() {
			latest = lookAt(folder, ignore);
			if (areOthers(watched, latest.folders)) restart(latest.folders);
			else watched = new Map([...watched, ...latest.folders]);
			return compareLooks(accepted, latest);
		},
		accept() {
			accepted = latest;
		},
		isBlind: () => faulty || latest.folders.size === 0,
		close: async () => {
			closed = true;
			await (await watching)?.close();
		},
	};
}

/** Whether some path is another folder than it was, or the whole is gone or back. */
function areOthers(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
	if ((before.size === 0) !== (now.size === 0)) return true;
	return [...now].some(([path, identity]) => before.has(path) && before.get(path) !== identity);
}

import { resolve } from 'node:path';
import { createDebounce } from './debounce.ts';
import { openFolderEye } from './folder-eye.ts';

export interface WatchOptions {
	/** Further folders, such as those of the house. */
	readonly also?: readonly string[];
	/** Says of an absolute path that it is no source, such as an output that lies among the sources. */
	readonly ignore?: (path: string) => boolean;
	/** A change is told when nothing has changed for so long, in ms; default 10. */
	readonly quiet?: number;
	/** But not later than this after the first, in ms; default 200. */
	readonly longest?: number;
	/** Pause between two looks without a reason, in ms; default 1000, a quarter of it where there is nothing to watch. */
	readonly every?: number;
}

export interface Watching {
	/** The file system tells of changes from here on; before this they are found by looking. */
	readonly ready: Promise<void>;
	readonly close: () => Promise<void>;
}

/**
 * Tells of changes in a folder and all below it: files and folders that come, go, change or are renamed. Hidden files,
 * node_modules and what editors lay down for a moment are left out. The folder may be missing, go and come back.
 *
 * The file system's word is only a reason to look, and the folder is looked at without a reason now and then: so a
 * change that the file system does not tell of (a network drive, a folder made a moment ago) is found all the same.
 * @param onChange gets the absolute paths of the folders in which something changed; must not throw
 */
export function watchFolder(
	dir: string,
	onChange: (folders: ReadonlySet<string>) => void,
	options: WatchOptions = {},
): Watching {
	const { ignore = () => false, quiet = 10, longest = 200, every = 1000 } = options;
	const touched = new Set<string>();
	let closed = false;
	let next: NodeJS.Timeout | undefined;
	const attempt = (last: boolean): boolean => {
		const differences = eyes.map(({ folder, eye }) => ({ folder, eye, ...eye.compare() }));
		if (!last && differences.some(({ unsettled }) => unsettled)) return false;
		const changed = differences.filter((one) => one.changed);
		for (const { eye } of changed) eye.accept();
		// Two saves in one tick of the file system's clock look alike, so its word counts as well.
		const folders = new Set([...touched, ...changed.map(({ folder }) => folder)]);
		touched.clear();
		if (folders.size > 0) onChange(folders);
		// A folder that has just been made may have changed before it was watched.
		lookLater(every / 4);
		return true;
	};
	const debounce = createDebounce(attempt, { quiet, longest });
	const eyes = [dir, ...(options.also ?? [])].map((path) => {
		const folder = resolve(path);
		const touch = () => {
			touched.add(folder);
			debounce.touch();
		};
		return { folder, eye: openFolderEye(folder, { ignore, touch, look: debounce.touch }) };
	});
	const lookLater = (pause: number): void => {
		clearTimeout(next);
		if (!closed) next = setTimeout(lookAround, pause);
	};
	const lookAround = () => {
		if (eyes.some(({ eye }) => eye.compare().changed)) debounce.touch();
		lookLater(eyes.some(({ eye }) => eye.isBlind()) ? every / 4 : every);
	};
	lookLater(every);
	return {
		ready: Promise.all(eyes.map(({ eye }) => eye.ready)).then(() => {}),
		close: async () => {
			closed = true;
			clearTimeout(next);
			debounce.cancel();
			await Promise.all(eyes.map(({ eye }) => eye.close()));
		},
	};
}

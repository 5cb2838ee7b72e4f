import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isPassing } from './passing-names.ts';

/** What stood in a folder and its subfolders at one moment. Both maps are empty where there was no folder. */
export interface Look {
	/** By the path of each file: its identity, size and times. */
	readonly files: ReadonlyMap<string, FileLook>;
	/** By the path of each folder, the first included: which folder it is, whatever its name. */
	readonly folders: ReadonlyMap<string, string>;
}

export interface FileLook {
	/** In bytes; 0 for a link that leads nowhere. */
	readonly size: number;
	/** Another one after each change that the file system can tell. */
	readonly mark: string;
}

/**
 * Looks at a folder, at once: a tenth of a millisecond for ten files. Links to files count as what they lead to,
 * links to folders are not followed, and what cannot be read is not there: as the loader has it.
 * @param ignore says of a path that it is no source
 */
export function lookAt(folder: string, ignore: (path: string) => boolean): Look {
	const files = new Map<string, FileLook>();
	const folders = new Map<string, string>();
	const walk = (path: string): void => {
		const entries = read(path);
		const identity = entries && identify(path);
		if (!entries || identity === undefined) return;
		folders.set(path, identity);
		for (const entry of entries) {
			const below = join(path, entry.name);
			if (isPassing(entry.name) || ignore(below)) continue;
			if (entry.isDirectory()) walk(below);
			else files.set(below, lookAtFile(below));
		}
	};
	const root = findRoot(folder);
	if (root !== undefined) walk(root);
	return { files, folders };
}

/** Where a folder really is; nothing where there is none. */
export function findRoot(folder: string): string | undefined {
	try {
		return realpathSync(folder);
	} catch {
		return undefined;
	}
}

function read(path: string): readonly Dirent[] | undefined {
	try {
		return readdirSync(path, { withFileTypes: true });
	} catch {
		return undefined;
	}
}

function identify(path: string): string | undefined {
	try {
		// A file system gives the number of a folder that was removed to the next one.
		const { dev, ino, birthtimeMs } = statSync(path);
		return `${dev} ${ino} ${birthtimeMs}`;
	} catch {
		return undefined;
	}
}

function lookAtFile(path: string): FileLook {
	try {
		const { ino, size, mtimeMs, ctimeMs } = statSync(path);
		return { size, mark: `${ino} ${size} ${mtimeMs} ${ctimeMs}` };
	} catch {
		return { size: 0, mark: 'unreadable' };
	}
}

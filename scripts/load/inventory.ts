import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The files of a folder, by path relative to it, in NFC, with `/` between folders. */
export interface Inventory {
	/** Absolute path of each regular file. */
	readonly files: ReadonlyMap<string, string>;
	/** Why an entry is not read, as a clause: `it is a link that leads nowhere`. */
	readonly refused: ReadonlyMap<string, string>;
	/** Subfolders that cannot be read. */
	readonly closed: readonly string[];
}

/**
 * Lists a folder and its subfolders in a fixed order. Hidden entries and node_modules are left out.
 * A link to a file counts as that file while it stays inside; a link to a folder is not followed, for it could
 * lead in a circle. Fails where the folder itself cannot be read.
 */
export async function takeInventory(dir: string): Promise<Inventory> {
	const root = await realpath(dir);
	const files = new Map<string, string>();
	const refused = new Map<string, string>();
	const closed: string[] = [];

	const walk = async (folder: string, prefix: string): Promise<void> => {
		const entries = await readdir(folder, { withFileTypes: true });
		for (const entry of entries.sort(byName)) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const real = join(folder, entry.name);
			const path = prefix + entry.name.normalize('NFC');
			if (entry.isDirectory()) await walk(real, `${path}/`).catch(() => closed.push(path));
			else {
				const fault = await fileFault(entry, real, root);
				if (fault === undefined) files.set(path, real);
				else refused.set(path, fault);
			}
		}
	};
	await walk(root, '');
	return { files, refused, closed };
}

async function fileFault(entry: Dirent, real: string, root: string): Promise<string | undefined> {
	if (entry.isSymbolicLink()) return linkFault(real, root);
	return entry.isFile() ? undefined : 'it is no regular file';
}

async function linkFault(link: string, root: string): Promise<string | undefined> {
	try {
		const target = await realpath(link);
		if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
			return 'it is a link that leads out of the manuscript folder';
		}
		return (await stat(target)).isFile() ? undefined : 'it is a link to something that is no file';
	} catch {
		return 'it is a link that leads nowhere';
	}
}

// By code unit, not by locale: the order must be the same on every machine.
function byName(a: Dirent, b: Dirent): number {
	return a.name < b.name ? -1 : 1;
}

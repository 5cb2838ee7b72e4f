import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
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
 * lead in a circle.
 * @throws where the folder itself cannot be read
 */
export function takeInventory(dir: string): Inventory {
	const root = realpathSync(dir);
	const files = new Map<string, string>();
	const refused = new Map<string, string>();
	const closed: string[] = [];

	const walk = (folder: string, prefix: string): void => {
		const entries = readdirSync(folder, { withFileTypes: true });
		for (const entry of entries.sort(byName)) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const real = join(folder, entry.name);
			const path = prefix + entry.name.normalize('NFC');
			if (entry.isDirectory()) enter(real, path);
			else {
				const fault = fileFault(entry, real, root);
				if (fault === undefined) files.set(path, real);
				else refused.set(path, fault);
			}
		}
	};
	const enter = (folder: string, path: string): void => {
		try {
			walk(folder, `${path}/`);
		} catch {
			closed.push(path);
		}
	};
	walk(root, '');
	return { files, refused, closed };
}

function fileFault(entry: Dirent, real: string, root: string): string | undefined {
	if (entry.isSymbolicLink()) return linkFault(real, root);
	return entry.isFile() ? undefined : 'it is no regular file';
}

function linkFault(link: string, root: string): string | undefined {
	try {
		const target = realpathSync(link);
		if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
			return 'it is a link that leads out of the manuscript folder';
		}
		return statSync(target).isFile() ? undefined : 'it is a link to something that is no file';
	} catch {
		return 'it is a link that leads nowhere';
	}
}

// By code unit, not by locale: the order must be the same on every machine.
function byName(a: Dirent, b: Dirent): number {
	return a.name < b.name ? -1 : 1;
}

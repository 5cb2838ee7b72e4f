import { type Dirent, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { places } from './places.ts';

/** How much of the limit is left after pruning, so that the next run need not prune again. */
const share = 0.8;

/** A draft that is older than this, in ms, was left behind by a run that was killed. */
const draftAge = 3_600_000;

interface Held {
	readonly path: string;
	readonly size: number;
	/** When it was used last, in ms since 1970. */
	readonly used: number;
}

/**
 * Removes what was used longest ago, where a store's folder holds more than `limit` bytes. Another run may read,
 * write or prune at the same time: what it misses then it makes anew.
 * @returns the bytes that are left
 */
export function prune(folder: string, limit: number, now: number): number {
	for (const draft of filesIn(join(folder, places.drafts))) {
		if (now - draft.used > draftAge) remove(draft);
	}
	const contents = filesIn(join(folder, places.content));
	const index = filesIn(join(folder, places.index));
	let size = [...contents, ...index].reduce((sum, one) => sum + one.size, 0);
	if (size <= limit) return size;

	let newest = 0;
	for (const content of contents.sort((a, b) => a.used - b.used)) {
		if (size <= limit * share) break;
		remove(content);
		size -= content.size;
		newest = content.used;
	}
	// An index file is never older than its content: these lead nowhere now.
	for (const entry of index) {
		if (entry.used > newest) continue;
		remove(entry);
		size -= entry.size;
	}
	return size;
}

function filesIn(folder: string): Held[] {
	let entries: Dirent[];
	try {
		entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	} catch {
		return [];
	}
	return entries.flatMap((entry) => {
		if (entry.isDirectory()) return [];
		const path = join(entry.parentPath, entry.name);
		const stats = statSync(path, { throwIfNoEntry: false });
		return stats ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
	});
}

/** Removes a file, and the folders above it that are empty then. */
function remove({ path }: Held): void {
	try {
		rmSync(path, { force: true });
		rmdirSync(dirname(path));
		rmdirSync(dirname(dirname(path)));
	} catch {
		// Not empty, or not ours to remove.
	}
}

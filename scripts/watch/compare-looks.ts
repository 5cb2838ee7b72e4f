import type { Look } from './look.ts';

export interface Difference {
	readonly changed: boolean;
	/**
	 * A file became empty or went away. Editors that empty a file before they write it, or move the old one out of
	 * the way, leave it so for a moment: better to look again before it is taken for the author's will.
	 */
	readonly unsettled: boolean;
}

/** How a later look differs from an earlier one. */
export function compareLooks(earlier: Look, later: Look): Difference {
	const isThere = (look: Look) => look.folders.size > 0;
	let changed = isThere(earlier) !== isThere(later) || earlier.files.size !== later.files.size;
	let unsettled = false;
	for (const [path, { size, mark }] of earlier.files) {
		const now = later.files.get(path);
		if (now?.mark === mark) continue;
		changed = true;
		if (size > 0 && (now === undefined || now.size === 0)) unsettled = true;
	}
	return { changed: changed || [...later.files.keys()].some((path) => !earlier.files.has(path)), unsettled };
}

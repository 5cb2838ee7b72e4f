import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where cacache 20 keeps what, below its folder: an index file for each key, a content file for each digest. */
export const places = { index: 'index-v5', content: 'content-v2', drafts: 'tmp' } as const;

/** The index file of a key. */
export function indexFile(folder: string, name: string): string {
	const hash = createHash('sha256').update(name).digest('hex');
	return join(folder, places.index, hash.slice(0, 2), hash.slice(2, 4), hash.slice(4));
}

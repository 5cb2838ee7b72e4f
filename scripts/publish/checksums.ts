import type { Listing } from '../model/index.ts';
import { textFile } from './text-file.ts';

/**
 * `SHA256SUMS` as `sha256sum` of the GNU coreutils writes and checks it: digest, a blank, `*` for binary, the name.
 * Sorted by name, so that the order of a build is not seen in it.
 */
export function checksums(digests: ReadonlyMap<string, string>): Listing {
	const lines = [...digests]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, digest]) => `${digest} *${name}\n`);
	return textFile('SHA256SUMS', lines.join(''));
}

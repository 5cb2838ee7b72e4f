import type { Memo, Pause } from '../model/index.ts';
import { type BlobName, listVersions, readBlobs } from './versions.ts';

/** What is looked for in the versions of a file. */
export interface Search {
	/** Names that the file has, and had. */
	readonly files: readonly string[];
	/** Looks at one version; true where no other is needed. */
	readonly look: (name: BlobName, bytes: Uint8Array) => boolean;
}

export interface SearchOptions {
	readonly memo: Memo;
	readonly pause: Pause;
}

/** Versions of a file that are read in the first round; each round takes twice as many as the one before. */
const firstRound = 4;

/**
 * Looks through the versions of files in a folder that git has kept, the newest of each first, until all is found.
 * @throws GitError
 */
export async function searchVersions(
	folder: string,
	searches: readonly Search[],
	{ memo, pause }: SearchOptions,
): Promise<void> {
	const files = [...new Set(searches.flatMap((search) => search.files))].sort();
	const versions = await listVersions(folder, files, memo);
	let open = searches;
	for (let from = 0, count = firstRound; open.length > 0; from += count, count *= 2) {
		const round = open.map((search) => {
			const all = search.files.flatMap((file) => versions.get(file) ?? []);
			return { search, names: all.slice(from, from + count), isLast: all.length <= from + count };
		});
		const contents = await readBlobs(
			folder,
			round.flatMap(({ names }) => names),
		);
		const next: Search[] = [];
		for (const { search, names, isLast } of round) {
			const isFound = names.some((name) => {
				const bytes = contents.get(name);
				return bytes !== undefined && search.look(name, bytes);
			});
			if (!isFound && !isLast) next.push(search);
			await pause();
		}
		open = next;
	}
}

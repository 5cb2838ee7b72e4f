// @ts-check
/// <reference lib="dom" />

/** @typedef {import('./messages.d.ts').PageContent} PageContent */

/**
 * @typedef {object} PageStore
 * @property {(hash: string) => PageContent | undefined} get
 * @property {(pages: Readonly<Record<string, PageContent>>) => void} put
 * @property {(hashes: readonly string[]) => Promise<void>} want resolves when those that the server has are there
 */

/** Pages kept, the last used ones; and pages in one question. */
const most = 400;
const batch = 12;

/**
 * What stands on the pages, fetched in batches where it is not there yet.
 * @param {(hashes: readonly string[]) => Promise<Readonly<Record<string, PageContent>>>} fetchPages
 * @returns {PageStore}
 */
export function createPageStore(fetchPages) {
	/** @type {Map<string, PageContent>} */
	const known = new Map();
	/** @type {Map<string, Promise<void>>} */
	const asked = new Map();

	/** @type {PageStore['put']} */
	const put = (pages) => {
		for (const [hash, content] of Object.entries(pages)) known.set(hash, content);
		for (const hash of known.keys()) {
			if (known.size <= most) break;
			known.delete(hash);
		}
	};

	/** @param {readonly string[]} hashes */
	const ask = async (hashes) => {
		try {
			put(await fetchPages(hashes));
		} catch {
			// The server is away; the next look asks again.
		} finally {
			for (const hash of hashes) asked.delete(hash);
		}
	};

	return {
		get: (hash) => {
			const content = known.get(hash);
			if (content) {
				known.delete(hash);
				known.set(hash, content);
			}
			return content;
		},
		put,
		want: async (hashes) => {
			const missing = [...new Set(hashes)].filter((hash) => !known.has(hash) && !asked.has(hash));
			for (let start = 0; start < missing.length; start += batch) {
				const some = missing.slice(start, start + batch);
				const asking = ask(some);
				for (const hash of some) asked.set(hash, asking);
			}
			await Promise.all(hashes.map((hash) => asked.get(hash)));
		},
	};
}

// Enough to keep the disk busy, and far below the number of files that a system lets one process hold open.
const batchSize = 32;

/** Maps every item, in order, at most 32 at a time. */
export async function mapInBatches<T, U>(items: readonly T[], map: (item: T) => Promise<U>): Promise<U[]> {
	const results: U[] = [];
	for (let start = 0; start < items.length; start += batchSize) {
		results.push(...(await Promise.all(items.slice(start, start + batchSize).map(map))));
	}
	return results;
}

/** Runs pieces of work in the order they come, no more than `count` at a time. */
export function createTurns(count: number): <T>(work: () => Promise<T>) => Promise<T> {
	const waiting: (() => void)[] = [];
	let free = count;
	return async (work) => {
		if (free > 0) free--;
		else await new Promise<void>((begin) => waiting.push(begin));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free++;
		}
	};
}

/** Adds up how long each stage took, in ms; stages that run side by side each count their own time. */
export interface Timings {
	readonly time: <T>(stage: string, work: () => T | Promise<T>) => Promise<T>;
	readonly all: () => Readonly<Record<string, number>>;
}

export function createTimings(now: () => number): Timings {
	const sums = new Map<string, number>();
	return {
		async time(stage, work) {
			const start = now();
			try {
				return await work();
			} finally {
				sums.set(stage, (sums.get(stage) ?? 0) + now() - start);
			}
		},
		all: () => Object.fromEntries([...sums].map(([stage, ms]) => [stage, Math.round(ms)])),
	};
}

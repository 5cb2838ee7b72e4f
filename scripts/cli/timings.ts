/** A stretch of work; start and duration in ms of the clock that was handed in. */
export interface Span {
	readonly name: string;
	readonly kind: 'stage' | 'detail';
	readonly start: number;
	readonly duration: number;
}

/** Adds up how long each stage took, in ms; stages that run side by side each count their own time. */
export interface Timings {
	readonly time: <T>(stage: string, work: () => T | Promise<T>) => Promise<T>;
	/** Remembers a step within a stage, for the trace alone. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
	readonly all: () => Readonly<Record<string, number>>;
	/** Everything that was timed, in the order in which it ended. */
	readonly spans: () => readonly Span[];
}

export function createTimings(now: () => number): Timings {
	const spans: Span[] = [];
	const measure = async <T>(name: string, kind: Span['kind'], work: () => T | Promise<T>): Promise<T> => {
		const start = now();
		try {
			return await work();
		} finally {
			spans.push({ name, kind, start, duration: now() - start });
		}
	};
	return {
		time: (stage, work) => measure(stage, 'stage', work),
		detail: (name, work) => measure(name, 'detail', work),
		all() {
			const sums = new Map<string, number>();
			for (const { name, kind, duration } of spans) {
				if (kind === 'stage') sums.set(name, (sums.get(name) ?? 0) + duration);
			}
			return Object.fromEntries([...sums].map(([stage, ms]) => [stage, Math.round(ms)]));
		},
		spans: () => spans,
	};
}

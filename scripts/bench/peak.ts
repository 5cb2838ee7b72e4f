import type { Memory, ProcessTree } from './process-tree.ts';

export interface PeakOptions {
	/** From one look to the next, in ms. */
	readonly interval: number;
	/** A clock in ms. */
	readonly now: () => number;
}

/** Looks at the memory of a process tree until it is told to stop. */
export interface PeakWatch {
	/** The most that was seen; nothing where memory cannot be read. */
	readonly stop: () => Memory | undefined;
}

/** A look costs time, and more the larger a process is: it must not take more than a third of a core. */
const rest = 2;

export function watchPeak(tree: ProcessTree, { interval, now }: PeakOptions): PeakWatch {
	let peak: Memory | undefined;
	let timer: NodeJS.Timeout | undefined;
	const look = () => {
		const start = now();
		const memory = tree.memory();
		if (memory && memory.bytes > (peak?.bytes ?? 0)) peak = memory;
		timer = setTimeout(look, Math.max(interval, (now() - start) * rest));
	};
	look();
	return {
		stop: () => {
			clearTimeout(timer);
			return peak;
		},
	};
}

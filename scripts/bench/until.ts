import { setTimeout as delay } from 'node:timers/promises';
import { failureOf, type Running } from './command.ts';
import { BenchFault } from './job.ts';

export interface UntilOptions {
	/** The command that has to bring it about. */
	readonly running: Running;
	/** What is waited for, for the fault: `the first PDF`. */
	readonly what: string;
	/** Longest time, in ms. */
	readonly limit: number;
	/** A clock in ms. */
	readonly now: () => number;
}

/**
 * Looks every millisecond or two until there is something.
 * @throws BenchFault where the command ends before, or the time is up
 */
export async function until<T>(look: () => T | undefined, options: UntilOptions): Promise<T> {
	const { running, what, limit, now } = options;
	const deadline = now() + limit;
	let ended: string | undefined;
	void running.ended.then((end) => {
		ended = failureOf(end, limit) ?? 'it ended';
	});
	for (;;) {
		const found = look();
		if (found !== undefined) return found;
		if (ended !== undefined) throw new BenchFault(`${what} did not come: ${ended}`);
		if (now() > deadline) throw new BenchFault(`${what} did not come in ${Math.round(limit / 1000)} s`);
		await delay(1);
	}
}

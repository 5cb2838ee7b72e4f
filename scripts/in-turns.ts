import type { Pause } from './model/index.ts';

/** Takes all steps of a piece of work; between two of them others may have their turn. */
export async function inTurns<T>(steps: Generator<void, T>, pause: Pause): Promise<T> {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		await pause();
	}
}

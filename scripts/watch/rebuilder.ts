export interface Rebuilder {
	/** Something changed: one more build is wanted. */
	readonly request: () => void;
	/** Resolves when no build runs and none is wanted. */
	readonly idle: () => Promise<void>;
	/** No build begins after this; resolves when the running one has ended. */
	readonly stop: () => Promise<void>;
}

/**
 * Builds one at a time. However many requests come while a build runs, one more follows it: that one sees the state
 * after the last of them. A build that fails ends nothing.
 */
export function createRebuilder(
	build: () => Promise<unknown>,
	onFailure: (error: unknown) => void,
): Rebuilder {
	let wanted = false;
	let stopped = false;
	let running: Promise<void> | undefined;
	const run = async (): Promise<void> => {
		while (wanted && !stopped) {
			wanted = false;
			try {
				await build();
			} catch (error) {
				onFailure(error);
			}
		}
		running = undefined;
	};
	return {
		request() {
			if (stopped) return;
			wanted = true;
			// In a turn of its own: a build that throws at once must find its promise in place.
			running ??= Promise.resolve().then(run);
		},
		idle: async () => await running,
		stop: async () => {
			stopped = true;
			await running;
		},
	};
}

export interface Debounce {
	/** Something happened. */
	readonly touch: () => void;
	/** Forgets what happened. */
	readonly cancel: () => void;
}

export interface DebounceTimes {
	/** So long after the last touch, in ms. */
	readonly quiet: number;
	/** But not longer after the first one than this, in ms. */
	readonly longest: number;
}

/**
 * Brings many touches together into one call of `attempt`. It hands back whether it did its work; where it did not,
 * it is called again after another `quiet`, and at `longest` with `last` set.
 */
export function createDebounce(attempt: (last: boolean) => boolean, times: DebounceTimes): Debounce {
	let pause: NodeJS.Timeout | undefined;
	let limit: NodeJS.Timeout | undefined;
	const cancel = () => {
		clearTimeout(pause);
		clearTimeout(limit);
		pause = undefined;
		limit = undefined;
	};
	const onPause = () => {
		if (attempt(false)) cancel();
		else pause = setTimeout(onPause, times.quiet);
	};
	const onLimit = () => {
		cancel();
		attempt(true);
	};
	return {
		touch() {
			clearTimeout(pause);
			pause = setTimeout(onPause, times.quiet);
			limit ??= setTimeout(onLimit, times.longest);
		},
		cancel,
	};
}

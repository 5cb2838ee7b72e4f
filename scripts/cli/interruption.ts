/** The ending of the program from outside, by Ctrl-C or otherwise. */
export interface Interruption {
	readonly happened: () => boolean;
	/** The program does not end before this has closed; what comes back takes it off the list. */
	readonly waitFor: (closing: () => Promise<unknown>) => () => void;
	readonly end: () => void;
}

export interface InterruptionSettings {
	/** Ends the program at once. */
	readonly leave: () => void;
	/** A clock in ms. */
	readonly now: () => number;
}

/** One Ctrl-C may come twice, for npm hands on what the terminal has sent already: so long it counts once, in ms. */
const oneKeystroke = 500;

/** What does not close within so many ms is left to itself. */
const closingLimit = 5000;

/** Ends the program when all that has to close has closed; asked a second time, at once. */
export function createInterruption({ leave, now }: InterruptionSettings): Interruption {
	const closings = new Set<() => Promise<unknown>>();
	let since: number | undefined;
	return {
		happened: () => since !== undefined,
		waitFor(closing) {
			closings.add(closing);
			return () => closings.delete(closing);
		},
		end() {
			if (since !== undefined) {
				if (now() - since > oneKeystroke) leave();
				return;
			}
			since = now();
			void Promise.allSettled([...closings].map((close) => close())).then(leave);
			setTimeout(leave, closingLimit);
		},
	};
}

import type { Workshop } from '../model/index.ts';

/** One browser for many builds. */
export interface SharedWorkshop {
	/** The running browser, or a new one where there is none or it broke down. Closing what comes back does nothing. */
	readonly open: () => Promise<Workshop>;
	/** Whether the browser that was opened last broke down. */
	readonly isLost: () => boolean;
	/** Closes the browser, and lets no other be opened. */
	readonly close: () => Promise<void>;
}

/**
 * Keeps a browser from build to build.
 * @param start starts a browser
 * @param onLoss is called before a new one takes the place of one that broke down
 */
export function shareWorkshop(start: () => Promise<Workshop>, onLoss: () => void): SharedWorkshop {
	let opening: Promise<Workshop> | undefined;
	let current: Workshop | undefined;
	let closed = false;
	const isLost = () => current !== undefined && !current.isOpen();
	const startAnother = async (): Promise<Workshop> => {
		const lost = isLost() ? current : undefined;
		current = undefined;
		if (lost) {
			onLoss();
			// What it leaves behind goes with it.
			await lost.close().catch(() => {});
		}
		current = await start();
		return current;
	};
	return {
		async open() {
			if (closed) throw new Error('The browser was closed.');
			if (!opening || isLost()) {
				opening = startAnother();
				// One that does not start is tried again next time.
				opening.catch(() => {
					opening = undefined;
				});
			}
			return { ...(await opening), close: async () => {} };
		},
		isLost,
		close: async () => {
			closed = true;
			const workshop = await opening?.catch(() => undefined);
			await workshop?.close();
		},
	};
}

/** A value that is made once, and again when it was forgotten. */
export interface Kept<T> {
	readonly get: () => Promise<T>;
	readonly forget: () => void;
}

/** Keeps what `make` makes. One that was forgotten while it was made is made again for the next who asks. */
export function keep<T>(make: () => Promise<T>): Kept<T> {
	let kept: Promise<T> | undefined;
	return {
		async get() {
			const making = kept ?? make();
			kept = making;
			making.catch(() => {
				if (kept === making) kept = undefined;
			});
			return await making;
		},
		forget() {
			kept = undefined;
		},
	};
}

// @ts-check
/// <reference lib="dom" />

/**
 * What a reader has chosen, kept by the browser from time to time.
 * @param {Storage} storage
 */
export function createSettings(storage) {
	const key = 'diglot-preview';
	/** @type {Record<string, unknown>} */
	let values = {};
	try {
		values = JSON.parse(storage.getItem(key) ?? '{}');
	} catch {
		// Somebody else's, or damaged: begin anew.
	}
	return {
		/** @template T @param {string} name @param {T} usual @returns {T} */
		get: (name, usual) => (typeof values[name] === typeof usual ? /** @type {T} */ (values[name]) : usual),
		/** @param {string} name @param {unknown} value */
		set: (name, value) => {
			values = { ...values, [name]: value };
			try {
				storage.setItem(key, JSON.stringify(values));
			} catch {
				// Not kept, then.
			}
		},
	};
}

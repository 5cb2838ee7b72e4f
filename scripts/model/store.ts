/**
 * What outlasts a run: bytes by key. Neither call ever fails: what is damaged or cannot be read is not there, and
 * what cannot be kept is not kept.
 */
export interface Store {
	readonly get: (room: string, key: string) => Promise<Uint8Array | undefined>;
	readonly put: (room: string, key: string, bytes: Uint8Array) => Promise<void>;
}

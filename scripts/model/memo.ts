/**
 * What one build takes over from the builds before it, in memory. What comes back is shared by all builds and must
 * not be changed.
 */
export interface Memo {
	/** The value made earlier under this key of this room, or a new one. The key must hold all that shapes the value. */
	readonly recall: <T>(room: string, key: string, make: () => T) => T;
	/** Stands for an object in a key: the same for the same object, and no other object ever has it. */
	readonly nameOf: (value: object) => string;
}

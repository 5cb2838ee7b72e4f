/**
 * Printed pages as far as their colours go: texts of PDF syntax with holes (`@o3;` an object, `@s4;` a stream, both by
 * index) and streams. A part of `print` is one.
 */
export interface InkPart {
	readonly pages: readonly InkPage[];
	readonly objects: readonly string[];
	readonly streams: readonly InkStream[];
	/** Keys of what other parts may bring too, by index: the same key stands for the same content. */
	readonly shared?: {
		readonly objects: Readonly<Record<number, string>>;
		readonly streams: Readonly<Record<number, string>>;
	};
}

export interface InkPage {
	/** Index of its content among the streams. */
	readonly content?: number;
	/** Entries of the resource dictionary by category and name. */
	readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly patterns: Readonly<Record<string, InkPattern>>;
}

export interface InkStream {
	/** Entries of its dictionary apart from the length. */
	readonly entries: string;
	readonly bytes: Uint8Array;
}

export interface InkPattern {
	readonly entries: string;
	/** Its content, of a tiling pattern. */
	readonly bytes?: Uint8Array;
}

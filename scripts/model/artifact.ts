export type Format = 'screen' | 'epub';

/** A finished output, not yet on disk. */
export interface Artifact {
	/** File name in the output folder. */
	readonly name: string;
	readonly edition: string;
	readonly format: Format;
	readonly bytes: Uint8Array;
	/** Number of pages, of a PDF. */
	readonly pages?: number;
}

export type Format = 'screen' | 'epub';

/** A finished output, not yet on disk. */
export interface Artifact {
	/** File name in the output folder. */
	readonly name: string;
	readonly edition: string;
	readonly format: Format;
	readonly bytes: Uint8Array;
	/** How long its making took, from the composing of its edition on, in ms. */
	readonly time: number;
	/** Number of pages, of a PDF. */
	readonly pages?: number;
	/** Number of units, of a PDF. */
	readonly units?: number;
	/** Number of units that an earlier run had laid out, of a PDF. */
	readonly cached?: number;
	/** Number of parts that a PDF was joined from, and how many of them were printed for it. */
	readonly parts?: number;
	readonly printed?: number;
}

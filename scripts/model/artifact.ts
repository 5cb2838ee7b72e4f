import type { ArchiveLevel } from './archive.ts';
import type { Edition } from './edition.ts';
import type { Lang } from './language.ts';
import type { Fill } from './pages.ts';
import type { Picture } from './pictures.ts';
import type { Size } from './press.ts';

export type Format = 'screen' | 'print' | 'epub';

/** Whose rules an EPUB follows where the rules of shops differ. */
export type Profile = 'generic' | 'apple' | 'kobo' | 'kindle';

/** What a book says of its own accessibility (EPUB Accessibility 1.1; schema.org), one list per property. */
export interface Accessibility {
	readonly modes: readonly string[];
	/** Each is a set of modes that is enough to read the book. */
	readonly sufficient: readonly string[];
	readonly features: readonly string[];
	readonly hazard: string;
	readonly summary?: string;
	/** The same in the second language of an edition in two. */
	readonly secondSummary?: SecondSummary;
}

export interface SecondSummary {
	readonly lang: Lang;
	readonly text: string;
}

/** A file that goes with the books: it lists them, or proves that they are whole. */
export interface Listing {
	/** File name in the output folder. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** A finished output, not yet on disk. */
export interface Artifact {
	/** File name in the output folder. */
	readonly name: string;
	readonly edition: string;
	/** `cover` is made with `print`, `archive` beside `screen`; `changes` is a proof of what changed. */
	readonly format: Format | 'cover' | 'archive' | 'changes';
	readonly bytes: Uint8Array;
	/** How long its making took, from the composing of its edition on, in ms. */
	readonly time: number;
	/** Of an EPUB. */
	readonly profile?: Profile;
	/** The largest file that the shop takes, in bytes, or the strictest of all shops. */
	readonly limit?: { readonly bytes: number; readonly shop: string };
	readonly accessibility?: Accessibility;
	/** Of an archive edition. */
	readonly archive?: ArchiveLevel;
	/** The trimmed page of a book for a printer, in mm. */
	readonly trim?: Size;
	/** Width of the spine of a cover, in mm. */
	readonly spine?: number;
	/** Number of pages, of a PDF. */
	readonly pages?: number;
	/** Of a PDF with texts side by side: how far their text blocks are used. */
	readonly fill?: Fill;
	/** Number of units, of a PDF. */
	readonly units?: number;
	/** Number of units that an earlier run had laid out, of a PDF. */
	readonly cached?: number;
	/** Number of pages that were laid out for it, of a PDF. */
	readonly laid?: number;
	/** Number of parts that a PDF was joined from, and how many of them were printed for it. */
	readonly parts?: number;
	readonly printed?: number;
}

/** One edition with what was made of it. */
export interface Publication {
	readonly edition: Edition;
	readonly artifacts: readonly Artifact[];
	/** Picture of its cover, PNG or JPEG; only EPUBs need one. */
	readonly cover?: Picture;
}

/** All that a build wants to have written. */
export interface Outputs {
	readonly artifacts: readonly Artifact[];
	readonly listings: readonly Listing[];
}

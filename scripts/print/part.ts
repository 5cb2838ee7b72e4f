import type { SharedKeys } from './shared.ts';
import type { PageTags } from './tags/tag.ts';

/**
 * Pages that were printed together, in a form that can stand anywhere in a file. Texts are PDF syntax (ISO 32000-1,
 * 7.3) with holes: numbers of objects and the side on which a page will lie are not known yet. See `holes.ts`.
 */
export interface Part {
	/** Width and height of the printed sheets, in pt. */
	readonly size: readonly [number, number];
	readonly pages: readonly PartPage[];
	/** Objects that are no streams. */
	readonly objects: readonly string[];
	readonly streams: readonly PartStream[];
	readonly annotations: readonly Annotation[];
	/** What other parts may bring too, and the file needs once. */
	readonly shared: SharedKeys;
	/** By PostScript name. */
	readonly fonts: Readonly<Record<string, UsedFont>>;
	/** What is wrong with the fonts, as sentences. */
	readonly faults: readonly string[];
}

/** Left, lower, right and upper edge, in pt. */
export type Box = readonly [left: number, lower: number, right: number, upper: number];

export interface PartPage {
	/** Index of its content among the streams; undefined where nothing is drawn. */
	readonly content?: number;
	/** Entries of the resource dictionary by category and name: `Font`, `F4`. */
	readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Patterns (8.7), whose matrix counts from the page and not from where they are drawn. */
	readonly patterns: Readonly<Record<string, Pattern>>;
	/** Indices of its annotations. */
	readonly annotations: readonly number[];
	readonly tags: PageTags;
	/** Where elements with an id begin, in pt from the left and upper edge of the page. */
	readonly anchors: Readonly<Record<string, readonly [x: number, y: number]>>;
	/** Where something on it is marked as changed: lower and upper edge in pt. */
	readonly changes?: readonly (readonly [lower: number, upper: number])[];
	/** Images that it shows: where each comes from, and its left, lower, right and upper edge in pt. */
	readonly pictures: readonly { readonly source: string; readonly box: Box }[];
}

export interface Pattern {
	readonly matrix: readonly number[];
	/** Entries of its dictionary apart from the matrix. */
	readonly entries: string;
	/** Its content, of a tiling pattern. */
	readonly bytes?: Uint8Array;
}

export interface PartStream {
	/** Entries of its dictionary apart from the length. */
	readonly entries: string;
	readonly bytes: Uint8Array;
}

export interface Annotation {
	readonly rect: Box;
	/** Other entries. */
	readonly entries: string;
	/** Id that a link inside the book leads to, or the address of one out of it. */
	readonly target?: string;
	readonly address?: string;
	/** What it is called, for those who do not see it. */
	readonly name: string;
}

export interface UsedFont {
	/** Widths of the glyphs that are shown, by glyph id, in thousandths of an em. */
	readonly widths: Readonly<Record<string, number>>;
	/** Entries of the font descriptor that are the same for every cut of the face. */
	readonly descriptor: string;
}

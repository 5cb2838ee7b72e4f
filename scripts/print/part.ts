import type { SharedKeys } from './shared.ts';

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
	/** Structure elements right below the document's own, by index of the object. */
	readonly roots: readonly number[];
	/** Identifiers of structure elements (14.7.2): the object that each names. */
	readonly named: readonly number[];
	/** What other parts may bring too, and the file needs once. */
	readonly shared: SharedKeys;
	/** By PostScript name. */
	readonly fonts: Readonly<Record<string, UsedFont>>;
	/** What is wrong with the fonts, as sentences. */
	readonly faults: readonly string[];
}

export interface PartPage {
	/** Index of its content among the streams; undefined where nothing is drawn. */
	readonly content?: number;
	/** Entries of the resource dictionary by category and name: `Font`, `F4`. */
	readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Patterns (8.7), whose matrix counts from the page and not from where they are drawn. */
	readonly patterns: Readonly<Record<string, Pattern>>;
	/** Indices of its annotations. */
	readonly annotations: readonly number[];
	/** Structure element of each run of marked content, by number; for the parent tree (14.7.4.4). */
	readonly parents: readonly (number | null)[];
	/** Where elements with an id begin, in pt from the left and upper edge of the page. */
	readonly anchors: Readonly<Record<string, readonly [x: number, y: number]>>;
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
	/** Left, lower, right and upper edge, in pt. */
	readonly rect: readonly [number, number, number, number];
	/** Other entries. */
	readonly entries: string;
	/** Id that a link inside the book leads to. */
	readonly target?: string;
	/** Its structure element, by index of the object. */
	readonly parent?: number;
}

export interface UsedFont {
	/** Widths of the glyphs that are shown, by glyph id, in thousandths of an em. */
	readonly widths: Readonly<Record<string, number>>;
	/** Entries of the font descriptor that are the same for every cut of the face. */
	readonly descriptor: string;
}

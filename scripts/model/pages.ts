import type { Matter, UnitKind } from './edition.ts';
import type { Lang } from './language.ts';
import type { Size } from './press.ts';

/** The pages of one unit, before it is known where in the book they stand. */
export interface PaginatedUnit {
	readonly unit: string;
	/** One without text and notes is blank: the text beside it goes on while this one waits. */
	readonly pages: readonly UnitPage[];
	readonly geometry: Geometry;
	/** Of a unit that runs beside another: the share of the text block that is taken, page by page. */
	readonly used?: readonly number[];
}

export interface UnitPage {
	/** Inner HTML of the text block. */
	readonly body: string;
	/** Inner HTML of the footnote area, empty where there is none. */
	readonly notes: string;
	/** Ids of the elements that begin on this page. */
	readonly ids: readonly string[];
}

export type Side = 'recto' | 'verso';

/** A page in its place in the book; a blank one has no `unit`. */
export interface Page {
	readonly index: number;
	readonly side: Side;
	readonly matter: Matter;
	/** What the page is called: `iv`, `12`. */
	readonly label: string;
	readonly unit?: string;
	readonly kind?: UnitKind;
	readonly lang: Lang;
	readonly body: string;
	readonly notes: string;
	/** The name that its text and the translation beside it have in common. */
	readonly group?: string;
	/** What stands in its two columns; the body holds both. */
	readonly columns?: readonly Column[];
	readonly showFolio: boolean;
	/** Finished HTML. */
	readonly runningHead?: string;
	/** Of a proof: what it says of itself beside the folio, as finished HTML. */
	readonly proof?: string;
}

/** One of two texts that a page shows side by side. */
export interface Column {
	readonly unit: string;
	readonly lang: Lang;
	readonly body: string;
	readonly notes: string;
}

export interface PageMap {
	/** Label of every page by index. */
	readonly labels: readonly string[];
	/** Page index by id of each element that has one. */
	readonly pageOf: ReadonlyMap<string, number>;
}

/** Where in the text of a unit a printed page begins. */
export interface PageTurn {
	readonly label: string;
	readonly unit: string;
	/** What the page begins with; missing where nothing but the rest of a note stands on it, at the end. */
	readonly place?: TextPlace;
}

/** A place in the trees of a unit, right before a character, a picture, a drawing, a formula or a rule. */
export interface TextPlace {
	/** Index of the note that it stands in; missing in the body. */
	readonly note?: number;
	/** Index of the child at each level, from the body, or the content of the note, down to the node. */
	readonly path: readonly number[];
	/** Index of the character, where the node is a text; else 0. */
	readonly offset: number;
}

/** Sizes of a page, all in CSS px (1/96 in). */
export interface Geometry {
	readonly page: { readonly width: number; readonly height: number };
	/** The text block; `inner` is its distance from the spine. */
	readonly block: {
		readonly inner: number;
		readonly top: number;
		readonly width: number;
		readonly height: number;
	};
	/** Width of each of two columns that stand at the sides of the text block. */
	readonly column?: number;
}

export interface PaginatedBook {
	readonly pages: readonly Page[];
	/** Stands in place of the first page where a printer gets the book. */
	readonly halfTitle?: Page;
	readonly geometry: Geometry;
	/** Of the finished page; the geometry only comes near it, for the browser rounds. */
	readonly trim: Size;
	readonly map: PageMap;
	/** Of pages that run side by side: the share of their text blocks that is taken. */
	readonly fill?: Fill;
	/** How many units it has. */
	readonly units: number;
	/** How many of them were laid out by an earlier run. */
	readonly cached: number;
	/** How many pages were laid out for the others, over all tries. */
	readonly laid: number;
}

/** How far the text blocks are used of texts that run side by side; each share is between 0 and 1. */
export interface Fill {
	/** Up to where the longer of the two texts of each piece ends: what keeping them level costs. */
	readonly level: number;
	/** Of all pages, whatever is left blank at the end of a piece. */
	readonly pages: number;
}

import type { Matter } from './edition.ts';

/** The pages of one unit, before it is known where in the book they stand. */
export interface PaginatedUnit {
	readonly unit: string;
	readonly pages: readonly UnitPage[];
	/** How it was laid out: `footnotes` unless Paged.js lost words that way. */
	readonly way: 'footnotes' | 'endnotes';
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
	readonly kind?: string;
	readonly lang: string;
	readonly body: string;
	readonly notes: string;
	readonly showFolio: boolean;
	/** Finished HTML. */
	readonly runningHead?: string;
}

export interface PageMap {
	/** Label of every page by index. */
	readonly labels: readonly string[];
	/** Page index by id of each element that has one. */
	readonly pageOf: ReadonlyMap<string, number>;
}

export interface PaginatedBook {
	readonly pages: readonly Page[];
	readonly map: PageMap;
	readonly units: number;
}

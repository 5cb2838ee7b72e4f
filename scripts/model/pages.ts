import type { Matter, UnitKind } from './edition.ts';
import type { Lang } from './language.ts';

/** The pages of one unit, before it is known where in the book they stand. */
export interface PaginatedUnit {
	readonly unit: string;
	readonly pages: readonly UnitPage[];
	readonly geometry: Geometry;
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
}

export interface PaginatedBook {
	readonly pages: readonly Page[];
	readonly geometry: Geometry;
	readonly map: PageMap;
	/** How many units it has. */
	readonly units: number;
	/** How many of them were laid out by an earlier run. */
	readonly cached: number;
}

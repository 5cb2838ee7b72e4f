// What crosses the border between the server and the page that shows the book.

import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Geometry, Lang, Side, UnitKind } from '../../model/index.ts';

/** A page in its place; what stands on it comes by its hash. */
export interface PageEntry {
	/** Names what stands in the text block and the notes, whatever the page is called. */
	readonly hash: string;
	readonly label: string;
	readonly side: Side;
	readonly lang: Lang;
	readonly folio: boolean;
	/** Both are missing on a blank page. */
	readonly unit?: string;
	readonly kind?: UnitKind;
	/** Running head: place in the edition's `heads`. */
	readonly head?: number;
}

/** What stands on a page, as HTML. */
export interface PageContent {
	readonly body: string;
	readonly notes: string;
}

export interface ContentsLine {
	readonly title: string;
	readonly lang: Lang;
	/** The title in the second language of an edition in two. */
	readonly other?: { readonly title: string; readonly lang: Lang };
	/** Page index; missing where the heading stands on no page. */
	readonly page?: number;
	readonly children: readonly ContentsLine[];
}

export interface EditionView {
	readonly id: string;
	readonly lang: Lang;
	readonly title: string;
	readonly geometry: Geometry;
	/** Names the style sheet. */
	readonly css: string;
	readonly pages: readonly PageEntry[];
	/** Running heads, finished HTML. */
	readonly heads: readonly string[];
	readonly contents: readonly ContentsLine[];
	/** Labels by id, for the folios that the contents and the directory wait for. */
	readonly folios: Readonly<Record<string, string>>;
	/** Versions of the images, by path from the root. */
	readonly images: Readonly<Record<string, string>>;
}

/** A run of pages that others take the place of. */
export interface PageSplice {
	readonly start: number;
	readonly removed: number;
	readonly added: readonly PageEntry[];
}

/** Fields that are as they were are left out. */
export interface EditionChange extends Partial<Omit<EditionView, 'id' | 'pages'>> {
	readonly id: string;
	readonly pages?: PageSplice;
}

/** A diagnostic, with a link to its place where an editor was named. */
export interface Finding extends Diagnostic {
	readonly link?: string;
}

/** How the last build went. */
export interface Condition {
	readonly findings: readonly Finding[];
	/** The manuscript has errors; the pages are those of the last good build. */
	readonly faulty: boolean;
	readonly building: boolean;
	/** Of the last build, in ms. */
	readonly time: number;
}

export type Message =
	| { readonly kind: 'whole'; readonly editions: readonly EditionView[]; readonly condition: Condition }
	| {
			readonly kind: 'change';
			readonly editions: readonly EditionChange[];
			readonly condition: Condition;
			/** The new pages, where they are few: nothing has to be asked for. */
			readonly fresh: Readonly<Record<string, PageContent>>;
	  };

/** Pages on which a text was found, with how often, in reading order. */
export interface Found {
	readonly pages: readonly (readonly [page: number, count: number])[];
	readonly total: number;
}

import type { Element, ElementContent, Root } from 'hast';
import type { Checks } from './checks.ts';
import type { Lang, Localized } from './language.ts';
import type { Asset, BookConfig, ContributorId, PiecePath } from './manuscript.ts';
import type { Term } from './terms.ts';

declare module 'hast' {
	interface TextData {
		/** The source file, where it is not the one of the unit that the text stands in. */
		file?: string;
	}
	interface ElementData {
		/** The language whose text the element belongs to, in a unit that holds a text and its translation. */
		flow?: Lang;
		/** From `{#id}`: the same in text and translation. */
		anchor?: string;
		/** Of a drawing: the image file that it was, by its path in the manuscript. */
		image?: string;
		/** Of a heading: its level as the author wrote it, 1 to 6. */
		written?: number;
	}
}

/** The compiled manuscript: every text is hast or finished HTML, in each language asked for. */
export interface Book {
	readonly config: BookConfig;
	readonly title: Localized<Inline>;
	readonly subtitle?: Localized<Inline>;
	readonly rights?: Localized<Inline>;
	readonly publishers: readonly Localized<Inline>[];
	/** Paragraphs of the disclaimer. */
	readonly disclaimer?: Localized<readonly Inline[]>;
	readonly shortDisclaimer?: Localized<Inline>;
	readonly contributors: ReadonlyMap<ContributorId, Person>;
	/** The contents list of book.yaml; a piece that a language lacks stands in it all the same. */
	readonly contents: readonly BookEntry[];
	readonly pieces: ReadonlyMap<PiecePath, Localized<Piece>>;
	/** The images that the pieces use, by their path in the manuscript. */
	readonly images: ReadonlyMap<string, Asset>;
	/** The termbase; nothing where the manuscript has none. */
	readonly terms?: readonly Term[];
}

export type BookEntry =
	| { readonly kind: 'part'; readonly title: Localized<Inline>; readonly pieces: readonly PiecePath[] }
	| { readonly kind: 'piece'; readonly path: PiecePath };

/** A line of text in three shapes: plain, as hast, and as finished HTML with its foreign runs marked. */
export interface Inline {
	readonly lang: Lang;
	readonly text: string;
	readonly html: string;
	readonly children: readonly ElementContent[];
}

export interface Person {
	readonly id: ContributorId;
	readonly kind: 'person' | 'organization';
	readonly role: string;
	readonly orcid?: string;
	readonly name: Localized<Inline>;
	readonly affiliation?: Localized<Inline>;
	readonly bio?: Localized<Inline>;
	readonly sort?: Localized<string>;
}

/** One language of one piece. */
export interface Piece {
	readonly path: PiecePath;
	readonly lang: Lang;
	/** The source file, for messages. */
	readonly file: string;
	/** Unique in the book, ASCII, fit to begin an id: `zh-chapters-risks-values`. The piece's title carries it as its id. */
	readonly key: string;
	readonly title: Inline;
	readonly shortTitle?: Inline;
	readonly authors: readonly ContributorId[];
	/** What is otherwise than in book.yaml. */
	readonly checks?: Checks;
	/**
	 * Block content. Headings begin at h2: the piece's title is h1. A note call is
	 * `<a class="note-call" data-note="ID" id="ID-call" href="#ID">1</a>`; the note itself is in `notes`.
	 * A link to another piece or heading is `href="#ID"`. An image is `<img src="MANUSCRIPT-PATH">`.
	 * Every block has `lang`; every element of the source keeps its position.
	 */
	readonly body: Root;
	readonly notes: readonly Note[];
	readonly headings: readonly Heading[];
	/** Paths of the images used, in order, each once. */
	readonly images: readonly string[];
}

export interface Note {
	readonly id: string;
	/** As the author calls it: `[^name]`. */
	readonly name: string;
	/** From 1 in each piece, in the order of the calls. */
	readonly number: number;
	/** Block content, usually one paragraph. */
	readonly children: readonly Element[];
}

export interface Heading {
	readonly id: string;
	/** 2 and more. */
	readonly level: number;
	readonly title: Inline;
	/** The same in the second language, where one heading holds both. */
	readonly other?: { readonly id: string; readonly title: Inline };
}

import type { Lang, Place } from './language.ts';

/** An edition of the book, by its name in file names and on the command line, such as `zh` or `bilingual`. */
export type EditionId = string;

/**
 * How a text and its translation stand together: on facing pages, in two columns, paragraph after paragraph, or piece
 * after piece.
 */
export type Layout = 'facing' | 'columns' | 'blocks' | 'pieces';

/** Where text and translation are brought level: at the start of a piece, at each heading, or at every paired block. */
export type Sync = 'piece' | 'heading' | 'block';

/** An edition as book.yaml asks for it. */
export type EditionChoice = SingleEdition | BilingualEdition;

export interface SingleEdition {
	readonly id: EditionId;
	readonly languages: readonly [Lang];
	readonly layout?: undefined;
	/** Where it stands in book.yaml, unless it is one of those that every book has. */
	readonly place?: Place;
}

export interface BilingualEdition {
	readonly id: EditionId;
	/** The one that comes first, on the left, before its translation. */
	readonly languages: readonly [Lang, Lang];
	readonly layout: Layout;
	readonly sync: Sync;
	readonly place?: Place;
}

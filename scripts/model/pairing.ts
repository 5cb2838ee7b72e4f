import type { Element, ElementContent } from 'hast';
import type { Lang, Place } from './language.ts';
import type { PiecePath } from './manuscript.ts';

export type BlockKind =
	| 'title'
	| 'heading'
	| 'paragraph'
	| 'list'
	| 'item'
	| 'quotation'
	| 'code'
	| 'table'
	| 'caption'
	| 'row'
	| 'cell'
	| 'figure'
	| 'formula'
	| 'note'
	| 'rule'
	| 'other';

/** A block of a piece, as it is paired with its translation. */
export interface Block {
	readonly kind: BlockKind;
	/**
	 * The very element of the piece's body, or of its notes. A title has none, nor has a line that stands in no element
	 * of its own, as in a list without blank lines.
	 */
	readonly node?: Element;
	/**
	 * What it says itself, as plain text: white space is one blank, without note calls and soft hyphens. What the blocks
	 * inside say is theirs alone, so a list and its items say nothing; a figure says what stands for its picture.
	 */
	readonly text: string;
	/** The nodes that `text` was read from: the content of a paragraph, the picture of a figure. */
	readonly content: readonly ElementContent[];
	readonly place: Place;
	/** Of a heading: 2 and more. */
	readonly level?: number;
	/** From `{#id}`. */
	readonly anchor?: string;
	/** Of a note: its name in the source, `[^name]`. */
	readonly name?: string;
	/**
	 * What is paired inside it: items of a list, caption and rows of a table, cells of a row, caption of a figure; of an
	 * item, a quotation and a note one paragraph and more.
	 */
	readonly blocks: readonly Block[];
}

/** A block and its translation; one of the two is missing where the other has nothing that it answers to. */
export type BlockPair =
	| WholePair
	| { readonly source: Block; readonly target?: undefined }
	| { readonly source?: undefined; readonly target: Block };

export interface WholePair {
	readonly source: Block;
	readonly target: Block;
	/** What is paired inside; nothing where the two are of different kinds and stand for all that they hold. */
	readonly inner: readonly BlockPair[];
}

/**
 * A piece and its translation, block by block: title, blocks of the body, notes. Pairs stand in the order of both texts;
 * only notes, and what an anchor pairs with a block that stands elsewhere, keep the order of the source alone.
 */
export interface PiecePairing {
	readonly path: PiecePath;
	readonly source: Lang;
	readonly target: Lang;
	readonly body: readonly BlockPair[];
	readonly notes: readonly BlockPair[];
	readonly title: WholePair;
}

/** All pieces that both languages have, in the order of the book. */
export type Pairing = ReadonlyMap<PiecePath, PiecePairing>;

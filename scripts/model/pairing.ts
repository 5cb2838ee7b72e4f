import type { Element } from 'hast';
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
	/** The very element of the piece's body, or of its notes; a title has none. */
	readonly node?: Element;
	/** What it says, as plain text: white space is one blank, without note calls and soft hyphens. */
	readonly text: string;
	readonly place: Place;
	/** Of a heading: 2 and more. */
	readonly level?: number;
	/** From `{#id}`. */
	readonly anchor?: string;
	/** What is paired inside it: items of a list and their blocks, rows of a table and their cells, blocks of a note. */
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
	/** What is paired inside. */
	readonly inner: readonly BlockPair[];
}

/** A piece and its translation, block by block, in the order of both: title, blocks of the body, notes. */
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

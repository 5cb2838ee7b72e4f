import type { Inline, Matter, Piece } from '../../model/index.ts';
import type { BilingualPart } from './outline.ts';

/** A piece that both languages have. */
export interface Both {
	readonly first: Piece;
	readonly second: Piece;
}

/** Where a piece stands. */
export interface Spot {
	readonly matter: Matter;
	readonly part?: BilingualPart | undefined;
}

/** The part's title in the language of a piece. */
export function partOf({ part }: Spot, { lang }: Piece): Inline | undefined {
	return [part?.first, part?.second].find((one) => one?.pieces.some((piece) => piece.lang === lang))?.title;
}

export function shortTitle(piece: Piece): Inline {
	return piece.shortTitle ?? piece.title;
}

import type { Piece, PiecePairing } from '../model/index.ts';
import { matchNotes } from './match-notes.ts';
import { pairBlocks } from './pair-blocks.ts';
import type { PieceBlocks } from './read-blocks.ts';
import type { Scale } from './scale.ts';

/** One language of a piece, and its blocks. */
export interface ReadPiece {
	readonly piece: Piece;
	readonly blocks: PieceBlocks;
}

/** Pairs a piece with its translation. `ratio`: see `Scale`. */
export function pairPiece(source: ReadPiece, target: ReadPiece, ratio: number): PiecePairing {
	const scale: Scale = { ratio, turned: source.piece.lang > target.piece.lang };
	const [ours, theirs] = [source.blocks, target.blocks];
	return {
		path: source.piece.path,
		source: source.piece.lang,
		target: target.piece.lang,
		title: { source: ours.title, target: theirs.title, inner: [] },
		body: pairBlocks(ours.body, theirs.body, scale),
		notes: pairBlocks(ours.notes, theirs.notes, scale, matchNotes),
	};
}

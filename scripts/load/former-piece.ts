import { noMemo } from '../diagnostics/index.ts';
import type { PieceSource } from '../model/index.ts';
import { readPiece } from './piece.ts';
import { decodeText } from './read-text.ts';

/** A source as it once was, from the bytes of its file; nothing where it could not be read then. */
export function readFormerPiece(
	piece: Pick<PieceSource, 'path' | 'lang' | 'file'>,
	bytes: Uint8Array,
): PieceSource | undefined {
	const decoded = decodeText(bytes);
	if (decoded.text === undefined) return undefined;
	const nobody = { ids: undefined, sound: new Set<string>() };
	return readPiece(piece, decoded, nobody, () => {}, noMemo)?.source;
}

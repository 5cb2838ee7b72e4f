import type { Place } from '../model/index.ts';
import type { Chosen } from './accept.ts';
import type { PassageState, PieceStates } from './states.ts';

/** A piece, a folder of pieces or a file, as the manuscript names it, and perhaps a line of the file. */
export interface Target {
	readonly path: string;
	readonly line?: number;
}

/**
 * Chooses the translations of a piece, of all pieces in a folder, or of a file; with a line only that of the passage
 * that stands there, in the source or in the translation. Nothing comes back where there is none.
 */
export function choose({ path, line }: Target, pieces: readonly PieceStates[]): Chosen | undefined {
	if (line !== undefined) return chooseLine(path, line, pieces);
	const found = new Set(
		pieces.filter(
			(piece) =>
				piece.path === path ||
				piece.path.startsWith(`${path}/`) ||
				piece.sourceFile === path ||
				piece.targetFile === path,
		),
	);
	return found.size === 0 ? undefined : (_, piece) => found.has(piece);
}

/** Of the passages that reach the line, the one that begins last: an item, not the item that it lies in. */
function chooseLine(file: string, line: number, pieces: readonly PieceStates[]): Chosen | undefined {
	const sides = pieces
		.flatMap(({ passages }) => passages.flatMap(sidesOf))
		.filter(({ place, end }) => place.file === file && place.line <= line && line <= end);
	const [first] = sides.map(({ place }) => place).sort(byPlace);
	if (!first) return undefined;
	const found = new Set(
		sides.filter(({ place }) => byPlace(place, first) === 0).map(({ passage }) => passage),
	);
	return (passage) => found.has(passage);
}

interface Side {
	readonly passage: PassageState;
	readonly place: Place;
	readonly end: number;
}

function sidesOf(passage: PassageState): readonly Side[] {
	const { source, target } = passage;
	return [source, ...(target ? [target] : [])].map(({ place, end }) => ({ passage, place, end }));
}

/** The later first. */
function byPlace(a: Place, b: Place): number {
	return b.line - a.line || b.column - a.column;
}

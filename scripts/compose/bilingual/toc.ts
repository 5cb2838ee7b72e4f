import type { Piece, TocEntry, Unit } from '../../model/index.ts';
import type { Contexts } from '../contexts.ts';
import { pieceEntry } from '../outline.ts';
import { type BilingualItem, type BilingualPart, listTexts, type PieceTexts } from './outline.ts';
import { shownParts } from './part-units.ts';

/** The table of contents: each entry with its title in both languages. */
export function bilingualToc(contexts: Contexts, items: readonly BilingualItem[]): readonly TocEntry[] {
	const ofPiece = (texts: PieceTexts) => pieceOf(contexts, texts);
	return items.map((item) =>
		item.kind === 'piece'
			? ofPiece(item.texts)
			: { ...partOf(contexts, item), children: item.pieces.map(ofPiece) },
	);
}

/** The directory in the contents. */
export function directoryEntry({ id, title, otherTitle }: Unit): TocEntry {
	return {
		id,
		unit: id,
		title,
		...(otherTitle ? { other: { id, unit: id, title: otherTitle } } : {}),
		children: [],
	};
}

function pieceOf({ first, second, layout }: Contexts, texts: PieceTexts): TocEntry {
	const entryOf = (piece: Piece) => pieceEntry(piece.lang === first.lang ? first : second, piece);
	const [one, two] = listTexts(texts);
	return joined(entryOf(one), two && entryOf(two), layout === 'blocks');
}

function partOf({ first, second, layout }: Contexts, part: BilingualPart): TocEntry {
	const shown = shownParts([first, second], part, layout);
	const [one, two] = shown.map(({ id, title }) => ({ id, unit: id, title, children: [] }));
	if (!one) throw new Error('A part of the contents has no title in either language.');
	return joined(one, two, layout !== 'facing');
}

/** `isShared`: both stand in the unit of the first. */
function joined(entry: TocEntry, second: TocEntry | undefined, isShared: boolean): TocEntry {
	if (!second) return entry;
	const { children: _, ...other } = second;
	return { ...entry, other: isShared ? { ...other, unit: entry.unit } : other };
}

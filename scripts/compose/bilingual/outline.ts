import type { Book, Lang, Matter, Piece } from '../../model/index.ts';
import { type OutlineItem, outlineEntries, type PartItem } from '../outline.ts';

/** A piece in the two languages of an edition, or in the one that has it. */
export type PieceTexts =
	| { readonly first: Piece; readonly second?: Piece | undefined }
	| { readonly first?: undefined; readonly second: Piece };

/** The contents list in two languages: an entry is there where one of them has it. */
export type BilingualItem =
	| { readonly kind: 'piece'; readonly texts: PieceTexts; readonly matter: Matter }
	| BilingualPart;

export interface BilingualPart {
	readonly kind: 'part';
	readonly first?: PartItem | undefined;
	readonly second?: PartItem | undefined;
	readonly pieces: readonly PieceTexts[];
}

export function bilingualOutline(
	book: Book,
	[first, second]: readonly [Lang, Lang],
): readonly BilingualItem[] {
	const seconds = outlineEntries(book, second);
	return outlineEntries(book, first).flatMap((item, index): readonly BilingualItem[] => {
		const other = seconds[index];
		const part = { first: asPart(item), second: asPart(other) };
		if (part.first ?? part.second) {
			const entry = book.contents[index];
			const paths = entry?.kind === 'part' ? entry.pieces : [];
			const pieces = paths.flatMap((path) => {
				const versions = book.pieces.get(path);
				return textsOf(versions?.[first], versions?.[second]);
			});
			return [{ kind: 'part', ...part, pieces }];
		}
		const one = asPiece(item);
		const two = asPiece(other);
		const matter = (one ?? two)?.matter ?? 'body';
		return textsOf(one?.piece, two?.piece).map((texts) => ({ kind: 'piece', texts, matter }));
	});
}

/** The texts that a piece has, in the order of the edition. */
export function listTexts({ first, second }: PieceTexts): readonly [Piece, ...Piece[]] {
	if (!first) return [second];
	return second ? [first, second] : [first];
}

/** All pieces of the outline, in order. */
export function bilingualPieces(items: readonly BilingualItem[]): readonly PieceTexts[] {
	return items.flatMap((item) => (item.kind === 'part' ? item.pieces : [item.texts]));
}

function textsOf(first: Piece | undefined, second: Piece | undefined): readonly PieceTexts[] {
	if (first) return [{ first, second }];
	return second ? [{ second }] : [];
}

function asPart(item: OutlineItem | undefined): PartItem | undefined {
	return item?.kind === 'part' ? item : undefined;
}

function asPiece(item: OutlineItem | undefined) {
	return item?.kind === 'piece' ? item : undefined;
}

import type { Book, Inline, Lang, Matter, Piece, PiecePath, TocEntry } from '../model/index.ts';
import type { Context } from './context.ts';
import { joinInlines } from './inline.ts';

/** The contents list of one edition: what its language lacks is left out. */
export type OutlineItem =
	| { readonly kind: 'piece'; readonly piece: Piece; readonly matter: Matter }
	| { readonly kind: 'part'; readonly id: string; readonly title: Inline; readonly pieces: readonly Piece[] };

export type PartItem = OutlineItem & { readonly kind: 'part' };

/** What the edition has of the contents list, in order. */
export function outline(book: Book, lang: Lang): readonly OutlineItem[] {
	return outlineEntries(book, lang).filter((item) => item !== undefined);
}

/**
 * What a language has of each entry of the contents list. Front matter is what stands under `front/` before the body
 * begins, back matter what stands under `back/` after the last part; everything else is body.
 */
export function outlineEntries(book: Book, lang: Lang): readonly (OutlineItem | undefined)[] {
	const lastPart = book.contents.findLastIndex((entry) => entry.kind === 'part');
	let inFront = true;
	let parts = 0;
	return book.contents.map((entry, index): OutlineItem | undefined => {
		if (entry.kind === 'part') {
			inFront = false;
			parts += 1;
			const pieces = entry.pieces.flatMap((path) => pieceOf(book, path, lang));
			const title = entry.title[lang];
			if (!title || pieces.length === 0) return undefined;
			return { kind: 'part', id: `${lang}-part-${parts}`, title, pieces };
		}
		inFront &&= entry.path.startsWith('front/');
		const isBack = index > lastPart && entry.path.startsWith('back/') && !inFront;
		const matter: Matter = inFront ? 'front' : isBack ? 'back' : 'body';
		const [piece] = pieceOf(book, entry.path, lang);
		return piece && { kind: 'piece', piece, matter };
	});
}

function pieceOf(book: Book, path: PiecePath, lang: Lang): readonly Piece[] {
	const piece = book.pieces.get(path)?.[lang];
	return piece ? [piece] : [];
}

/** All pieces of the outline, in order. */
export function piecesOf(items: readonly OutlineItem[]): readonly Piece[] {
	return items.flatMap((item) => (item.kind === 'part' ? item.pieces : [item.piece]));
}

type BylineContext = Pick<Context, 'book' | 'labels' | 'memo'>;

/** The names under a title: `A, B and C`; undefined where nobody signs. */
export function byline({ book, labels, memo }: BylineContext, piece: Piece): Inline | undefined {
	const names = piece.authors.flatMap((id) => book.contributors.get(id)?.name[piece.lang] ?? []);
	if (names.length === 0) return undefined;
	const [separator = ', ', last = ', '] = [labels['list-separator'], labels['list-last']];
	const key = JSON.stringify([names.map(memo.nameOf), separator, last, piece.lang]);
	return memo.recall('bylines', key, () => joinInlines(names, separator, last, piece.lang));
}

/** A piece in the table of contents. */
export function pieceEntry(context: BylineContext, piece: Piece): TocEntry {
	const names = byline(context, piece);
	return {
		id: piece.key,
		unit: piece.key,
		title: piece.title,
		...(names ? { byline: names } : {}),
		children: [],
	};
}

/** The table of contents of the outline. */
export function toToc(context: BylineContext, items: readonly OutlineItem[]): TocEntry[] {
	const entryOf = (piece: Piece) => pieceEntry(context, piece);
	return items.map((item) =>
		item.kind === 'piece'
			? entryOf(item.piece)
			: { id: item.id, unit: item.id, title: item.title, children: item.pieces.map(entryOf) },
	);
}

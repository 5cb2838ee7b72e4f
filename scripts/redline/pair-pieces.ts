import type { Book, Lang, Piece, PiecePath } from '../model/index.ts';
import { joinWords, likenessOf, readBlocks, type Words } from './blocks.ts';
import type { Comparison } from './mark-piece.ts';

export interface PiecePairs {
	/** What a piece was before, if it was there. */
	readonly partner: (piece: Piece) => Piece | undefined;
	/** Pieces that have become none of those that there are, in the order of the old book. */
	readonly removed: readonly Piece[];
}

/** So much of two pieces must be in both, for the one to have become the other under another name. */
const least = 0.5;

/** Finds out which piece was which: by their paths, and where a file was renamed by what stands in it. */
export function pairPieces(now: Book, before: Book, comparison: Comparison): PiecePairs {
	const partners = new Map<Piece, Piece>();
	const languages = new Set([...now.pieces.values()].flatMap((versions) => Object.keys(versions)));
	const removed = [...languages].flatMap((lang) => {
		const [came, went] = [unknownTo(now, before, lang), unknownTo(before, now, lang)];
		const renamed = findRenamed(came, went, comparison);
		for (const [piece, old] of renamed) partners.set(piece, old);
		const found = new Set(renamed.map(([, old]) => old));
		return went.filter((piece) => !found.has(piece));
	});
	return {
		partner: (piece) => before.pieces.get(piece.path)?.[piece.lang] ?? partners.get(piece),
		removed: inOrder(removed, before),
	};
}

/** Pieces in a language that another version of the book does not have. */
function unknownTo(book: Book, other: Book, lang: Lang): readonly Piece[] {
	return [...book.pieces].flatMap(([path, { [lang]: piece }]) =>
		piece && !other.pieces.get(path)?.[lang] ? [piece] : [],
	);
}

/** The pairs that are most like each other, each piece in one at most. */
function findRenamed(
	came: readonly Piece[],
	went: readonly Piece[],
	comparison: Comparison,
): readonly (readonly [Piece, Piece])[] {
	if (came.length === 0 || went.length === 0) return [];
	const read = (piece: Piece) => ({ piece, words: wordsOf(piece, comparison) });
	const olds = went.map(read);
	const pairs = came
		.map(read)
		.flatMap((one) => olds.map((old) => ({ one, old, likeness: likenessOf(one.words, old.words) })))
		.filter(({ likeness }) => likeness >= least)
		.sort((a, b) => b.likeness - a.likeness);
	const taken = new Set<Piece>();
	return pairs.flatMap(({ one, old }) => {
		if (taken.has(one.piece) || taken.has(old.piece)) return [];
		taken.add(one.piece).add(old.piece);
		return [[one.piece, old.piece] as const];
	});
}

function wordsOf({ body, lang }: Piece, { wordsOf: segmenter, imageOf }: Comparison): Words {
	const context = { words: segmenter(lang), noteOf: () => '', imageOf };
	return joinWords(readBlocks(body.children, context));
}

function inOrder(pieces: readonly Piece[], { pieces: all }: Book): readonly Piece[] {
	const places = new Map<PiecePath, number>([...all.keys()].map((path, index) => [path, index]));
	return [...pieces].sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
}

import type { Element } from 'hast';
import type {
	Block,
	BlockKind,
	BlockPair,
	Book,
	Lang,
	Pairing,
	Piece,
	PiecePairing,
} from '../../scripts/model/index.ts';

const kinds: readonly (readonly [RegExp, BlockKind])[] = [
	[/^h[1-6]$/, 'heading'],
	[/^[ou]l$/, 'list'],
	[/^table$/, 'table'],
	[/^figure$/, 'figure'],
	[/^hr$/, 'rule'],
];

/** Pairs the blocks of each piece by their number, whatever they say. */
export function pairByNumber(book: Book, [first, second]: readonly [Lang, Lang]): Pairing {
	return new Map(
		[...book.pieces].flatMap(([path, { [first]: one, [second]: two }]) =>
			one && two ? [[path, pairPiece(one, two)]] : [],
		),
	);
}

export function pairPiece(first: Piece, second: Piece): PiecePairing {
	const title = { source: blockOf(), target: blockOf(), inner: [] };
	return {
		path: first.path,
		source: first.lang,
		target: second.lang,
		title,
		body: pairBlocks(blocksOf(first), blocksOf(second)),
		notes: [],
	};
}

/** By their number; the longer side has the rest. */
export function pairBlocks(ones: readonly Block[], twos: readonly Block[]): readonly BlockPair[] {
	const length = Math.max(ones.length, twos.length);
	return Array.from({ length }, (_, index): BlockPair => {
		const [source, target] = [ones[index], twos[index]];
		if (source && target) return { source, target, inner: [] };
		if (source) return { source };
		if (target) return { target };
		throw new Error('There is no such pair.');
	});
}

export function blocksOf({ body }: Piece): readonly Block[] {
	return body.children.flatMap((node) => (node.type === 'element' ? [blockOf(node)] : []));
}

function blockOf(node?: Element): Block {
	const kind = kinds.find(([pattern]) => node && pattern.test(node.tagName))?.[1] ?? 'paragraph';
	return {
		kind: node ? kind : 'title',
		...(node ? { node } : {}),
		text: '',
		content: [],
		place: { file: '', line: 1, column: 1 },
		blocks: [],
	};
}

import { noMemo, type Reporter, remember } from '../diagnostics/index.ts';
import type { Book, Lang, Memo, Pairing, Piece, PiecePairing, PiecePath } from '../model/index.ts';
import { pairPiece, type ReadPiece } from './pair-piece.ts';
import { readBlocks } from './read-blocks.ts';
import { reportPairing } from './report-pairing.ts';
import { sizeOf } from './traits.ts';

export { readBlocks };

export interface PairOptions {
	/** Takes what does not pair; its places are those of the translation. */
	readonly report?: Reporter;
	/** What earlier builds of the session paired. */
	readonly memo?: Memo;
}

interface MeasuredPiece extends ReadPiece {
	/** In letters; see `sizeOf`. */
	readonly size: number;
}

/**
 * Pairs the pieces that both languages have, block by block. Which of the two is called the source decides what is
 * reported, not what is paired. Between two pieces others may have their turn.
 *
 * With a memory, pieces that nothing has changed for since the build before have the very same pairs; so has the whole
 * where that is true of all.
 */
export function* pairInSteps(
	book: Book,
	[source, target]: readonly [Lang, Lang],
	{ report = () => {}, memo = noMemo }: PairOptions = {},
): Generator<void, Pairing> {
	const both: (readonly [path: PiecePath, ours: MeasuredPiece, theirs: MeasuredPiece])[] = [];
	for (const [path, versions] of book.pieces) {
		const [ours, theirs] = [versions[source], versions[target]];
		if (!ours || !theirs) continue;
		both.push([path, read(ours, memo), read(theirs, memo)]);
		yield;
	}
	const ratio = usualRatio(both);
	const pairings: PiecePairing[] = [];
	for (const [, ours, theirs] of both) {
		const names = [memo.nameOf(ours.piece), memo.nameOf(theirs.piece), ratio];
		const pair = () => pairPiece(ours, theirs, ratio);
		const pairing = memo.recall('paired piece', names.join(' '), pair);
		remember(memo, 'pairing findings', memo.nameOf(pairing), report, (to) =>
			reportPairing(pairing, { source: ours.piece, target: theirs.piece }, to),
		);
		pairings.push(pairing);
		yield;
	}
	const key = [source, target, ...pairings.map(memo.nameOf)].join(' ');
	return memo.recall('pairing', key, () => new Map(pairings.map((one) => [one.path, one])));
}

/** `pairInSteps` in one go. */
export function pairBook(...work: Parameters<typeof pairInSteps>): Pairing {
	const steps = pairInSteps(...work);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

function read(piece: Piece, memo: Memo): MeasuredPiece {
	return memo.recall('blocks', memo.nameOf(piece), () => {
		const blocks = readBlocks(piece);
		return { piece, blocks, size: sizeOf([...blocks.body, ...blocks.notes]) };
	});
}

/** A piece of the usual ratio that every book is taken to have, in letters: so a short text alone says little. */
const given = 3000;

/**
 * The natural logarithm of how much longer the target is than the source in most pieces, in steps of a tenth: an edit
 * hardly ever changes it, and with it the pairs of all other pieces.
 */
function usualRatio(both: readonly (readonly [PiecePath, MeasuredPiece, MeasuredPiece])[]): number {
	const known = both.filter(([, source, target]) => source.size > 0 && target.size > 0);
	const ratios = known.map(([, source, target]) => ({
		weight: Math.sqrt(source.size * target.size),
		ratio: Math.log(target.size / source.size),
	}));
	ratios.push({ weight: given, ratio: 0 });
	ratios.sort((a, b) => a.ratio - b.ratio);
	const half = ratios.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let [sum, median] = [0, 0];
	for (const { weight, ratio } of ratios) {
		if (sum < half) median = ratio;
		sum += weight;
	}
	return (Math.sign(median) * Math.round(Math.abs(median) * 10)) / 10;
}

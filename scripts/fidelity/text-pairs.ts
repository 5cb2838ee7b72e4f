import type { BlockPair, Lang, PiecePairing, WholePair } from '../model/index.ts';
import { type BlockText, readBlock } from './block-text.ts';

/** The own text of a block and of its translation: what stands in blocks that are paired by themselves is left out. */
export interface TextPair {
	readonly source: BlockText;
	readonly target: BlockText;
	/**
	 * Blocks beside them that have no partner. What one text lacks may stand there, where a paragraph was split or two
	 * were joined.
	 */
	readonly beside: { readonly source: readonly BlockText[]; readonly target: readonly BlockText[] };
}

/** Every pair of texts of a piece, title and notes included, in the order of the piece. */
export function readPairs(pairing: PiecePairing): readonly TextPair[] {
	const { source, target, title, body, notes } = pairing;
	const pairs: TextPair[] = [];
	readLevel([title], [source, target], pairs);
	readLevel(body, [source, target], pairs);
	readLevel(notes, [source, target], pairs);
	return pairs;
}

type Languages = readonly [source: Lang, target: Lang];

function readLevel(level: readonly BlockPair[], languages: Languages, pairs: TextPair[]): void {
	const isUneven = level.some((pair) => !isPaired(pair));
	for (const [index, pair] of level.entries()) {
		if (!isPaired(pair)) continue;
		const [source, target] = languages;
		// A list that became prose stands for all that it holds.
		const isWhole = pair.inner.length === 0;
		const own = {
			source: readBlock(pair.source, source, isWhole),
			target: readBlock(pair.target, target, isWhole),
		};
		const beside = isUneven ? readBeside(level, index, languages) : nothing;
		if (own.source.text.trim() !== '' || own.target.text.trim() !== '') pairs.push({ ...own, beside });
		readLevel(pair.inner, languages, pairs);
	}
}

const nothing: TextPair['beside'] = { source: [], target: [] };

function isPaired(pair: BlockPair): pair is WholePair {
	return pair.source !== undefined && pair.target !== undefined;
}

function readBeside(
	level: readonly BlockPair[],
	index: number,
	[source, target]: Languages,
): TextPair['beside'] {
	const found = { source: [] as BlockText[], target: [] as BlockText[] };
	for (const step of [-1, 1]) {
		for (let at = index + step; at >= 0 && at < level.length; at += step) {
			const pair = level[at];
			if (!pair || isPaired(pair)) break;
			if (pair.source) found.source.push(readBlock(pair.source, source, true));
			if (pair.target) found.target.push(readBlock(pair.target, target, true));
		}
	}
	return found;
}

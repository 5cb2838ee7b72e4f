import type { Block, BlockPair } from '../model/index.ts';
import type { Match } from './best-path.ts';
import { matchBlocks } from './match-blocks.ts';
import type { MatchRow, Scale } from './scale.ts';
import { matchCells } from './table-columns.ts';

/** Pairs two rows of blocks, and what is inside them; `match` says which blocks of the two rows belong together. */
export function pairBlocks(
	sources: readonly Block[],
	targets: readonly Block[],
	scale: Scale,
	match: MatchRow = matchBlocks,
): readonly BlockPair[] {
	return layOut(sources, targets, match(sources, targets, scale), (source, target) =>
		pairInside(source, target, scale),
	);
}

function pairInside(source: Block, target: Block, scale: Scale): readonly BlockPair[] {
	if (source.kind !== target.kind) return [];
	if (source.blocks.length === 0 && target.blocks.length === 0) return [];
	if (source.kind !== 'table') return pairBlocks(source.blocks, target.blocks, scale);
	const cells = matchCells(source, target, scale);
	const rows = matchBlocks(source.blocks, target.blocks, scale);
	return layOut(source.blocks, target.blocks, rows, (ours, theirs) =>
		ours.kind === 'row'
			? pairBlocks(ours.blocks, theirs.blocks, scale, cells)
			: pairInside(ours, theirs, scale),
	);
}

/**
 * Puts pairs in the order of the source; what only the target has comes before the first pair that stands behind it,
 * and behind what is missing there.
 */
function layOut(
	sources: readonly Block[],
	targets: readonly Block[],
	matches: readonly Match[],
	inner: (source: Block, target: Block) => readonly BlockPair[],
): readonly BlockPair[] {
	const partner = new Map(matches);
	const taken = new Set(matches.map(([, target]) => target));
	const pairs: BlockPair[] = [];
	let next = 0;
	const addExtra = (end: number): void => {
		for (; next < end; next += 1) {
			const target = targets[next];
			if (target && !taken.has(next)) pairs.push({ target });
		}
	};
	for (const [index, source] of sources.entries()) {
		const at = partner.get(index);
		const target = at === undefined ? undefined : targets[at];
		if (at === undefined || target === undefined) {
			pairs.push({ source });
			continue;
		}
		addExtra(at);
		pairs.push({ source, target, inner: inner(source, target) });
		next = Math.max(next, at + 1);
	}
	addExtra(targets.length);
	return pairs;
}

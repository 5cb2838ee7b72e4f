import type { Reporter } from '../diagnostics/index.ts';
import type { Block, BlockPair, WholePair } from '../model/index.ts';
import { describe, describeAt } from './describe-block.ts';

/**
 * Reports the blocks of a row that have no partner, one finding for each run of them. `around` is what the row stands
 * in, `name` what one of its blocks is called where its kind does not say it.
 */
export function reportGaps(
	pairs: readonly BlockPair[],
	around: WholePair,
	report: Reporter,
	name?: string,
): void {
	for (const { side, blocks, start, end } of runs(pairs)) {
		const said = describeRun(blocks, side, name);
		if (side === 'source') {
			const where = placeIn('target', pairs, start, end);
			const message = `${said} no translation; ${blocks.length > 1 ? 'they belong' : 'it belongs'} ${tell(where, around.target, describe)}`;
			report('alignment-missing', message, (where?.block ?? around.target).place);
		} else {
			const where = placeIn('source', pairs, start, end);
			const message = `${said} no source; the source would have ${blocks.length > 1 ? 'them' : 'it'} ${tell(where, around.source, describeAt)}`;
			report('alignment-extra', message, (blocks[0] ?? around.target).place);
		}
	}
}

interface Run {
	readonly side: 'source' | 'target';
	readonly blocks: readonly Block[];
	/** Indexes of its first pair and of the one behind its last. */
	readonly start: number;
	readonly end: number;
}

function runs(pairs: readonly BlockPair[]): readonly Run[] {
	const found: Run[] = [];
	for (const [index, { source, target }] of pairs.entries()) {
		const block = source ?? target;
		if (!block || (source && target)) continue;
		const side = source ? 'source' : 'target';
		const last = found.at(-1);
		if (last?.side === side && last.end === index) {
			found[found.length - 1] = { ...last, blocks: [...last.blocks, block], end: index + 1 };
		} else found.push({ side, blocks: [block], start: index, end: index + 1 });
	}
	return found;
}

interface Neighbour {
	readonly block: Block;
	readonly isBehind: boolean;
}

/** The block of a side before which a run belongs; where none is left, the one behind which it does. */
function placeIn(
	side: Run['side'],
	pairs: readonly BlockPair[],
	start: number,
	end: number,
): Neighbour | undefined {
	const behind = pairs.slice(end).find((pair) => pair[side])?.[side];
	if (behind) return { block: behind, isBehind: true };
	const before = pairs.slice(0, start).findLast((pair) => pair[side])?.[side];
	return before && { block: before, isBehind: false };
}

function tell(where: Neighbour | undefined, around: Block, say: (block: Block) => string): string {
	if (!where) return around.kind === 'title' ? `behind ${say(around)}` : `in ${say(around)}`;
	return `${where.isBehind ? 'before' : 'behind'} ${say(where.block)}`;
}

/** `the paragraph "…" and 2 blocks behind it have`. */
function describeRun(blocks: readonly Block[], side: Run['side'], name: string | undefined): string {
	const [first, ...more] = blocks;
	if (!first) return '';
	// What is reported at its own place need not say where it stands.
	const said = side === 'source' ? describeAt(first, name) : describe(first, name);
	if (more.length === 0) return `${said} has`;
	const last = more.at(-1) ?? first;
	const lines = last.place.line > first.place.line ? `, as far as line ${last.place.line},` : '';
	const noun = name ?? 'block';
	return `${said} and the ${more.length === 1 ? noun : `${more.length} ${noun}s`} behind it${lines} have`;
}

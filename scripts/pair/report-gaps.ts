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
	for (const run of runs(pairs)) {
		const { side, blocks } = run;
		const said = describeRun(run, name);
		if (side === 'source') {
			// To stand at the place where something is to be written, an editor needs what comes then.
			const where = next('target', pairs, run) ?? last('target', pairs, run);
			const belongs = blocks.length > 1 ? 'they belong' : 'it belongs';
			const message = `${said} not translated; ${belongs} ${tell(where, around.target, describe)}`;
			report('alignment-missing', message, (where?.block ?? around.target).place);
		} else {
			// What is too much is often the rest of what stands before it.
			const where = last('source', pairs, run) ?? next('source', pairs, run);
			const would = blocks.length > 1 ? 'they' : 'it';
			const message = `${said} not in the source; there ${would} would stand ${tell(where, around.source, describeAt)}`;
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
	readonly way: 'before' | 'behind';
}

/** The block of a side that follows a run. */
function next(side: Run['side'], pairs: readonly BlockPair[], { end }: Run): Neighbour | undefined {
	const block = pairs.slice(end).find((pair) => pair[side])?.[side];
	return block && { block, way: 'before' };
}

/** The block of a side that a run follows. */
function last(side: Run['side'], pairs: readonly BlockPair[], { start }: Run): Neighbour | undefined {
	const block = pairs.slice(0, start).findLast((pair) => pair[side])?.[side];
	return block && { block, way: 'behind' };
}

function tell(where: Neighbour | undefined, around: Block, say: (block: Block) => string): string {
	if (!where) return around.kind === 'title' ? `behind ${say(around)}` : `in ${say(around)}`;
	return `${where.way} ${say(where.block)}`;
}

/** `the paragraph "…" and the 2 blocks behind it are`. */
function describeRun({ side, blocks }: Run, name: string | undefined): string {
	const [first, ...more] = blocks;
	if (!first) return '';
	// What is reported at its own place need not say where it stands.
	const said = side === 'source' ? describeAt(first, name) : describe(first, name);
	if (more.length === 0) return `${said} is`;
	const last = more.at(-1) ?? first;
	const lines = last.place.line > first.place.line ? `, as far as line ${last.place.line},` : '';
	const noun = name ?? 'block';
	return `${said} and the ${more.length === 1 ? noun : `${more.length} ${noun}s`} behind it${lines} are`;
}

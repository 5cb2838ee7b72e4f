import type { Inline } from '../model/index.ts';
import { alignBlocks } from './align.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type Comparison, goneInline } from './mark-piece.ts';

/** Paragraphs of the book's own with what changed in them, those that are gone among them. */
export function markParagraphs(
	now: readonly Inline[],
	before: readonly Inline[],
	markLine: (one: Inline, old: Inline | undefined) => Inline,
	comparison: Comparison,
): readonly Inline[] {
	const [came, went] = [blocksOf(now, comparison), blocksOf(before, comparison)];
	return alignBlocks([...went.keys()], [...came.keys()]).flatMap((row): readonly Inline[] => {
		const [one, old] = [came.get(row.now[0] as Block), went.get(row.before[0] as Block)];
		if (one) return [markLine(one, old)];
		return old ? [goneInline(old, comparison)] : [];
	});
}

/** Each line as a block without an element of its own: such are never joined or cut in two. */
function blocksOf(lines: readonly Inline[], comparison: Comparison): ReadonlyMap<Block, Inline> {
	return new Map(
		lines.flatMap((line) => {
			const context = {
				words: comparison.wordsOf(line.lang),
				noteOf: () => '',
				imageOf: (path: string) => path,
			};
			const [block] = readBlocks(line.children, context);
			return block ? [[block, line] as const] : [];
		}),
	);
}

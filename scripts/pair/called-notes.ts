import type { Element, ElementContent } from 'hast';
import type { Block, BlockPair, Piece } from '../model/index.ts';

/** The blocks of one side that have no partner, wherever they stand. */
export function unpaired(pairs: readonly BlockPair[], side: 'source' | 'target'): readonly Block[] {
	return pairs.flatMap((pair) => {
		if (pair.source && pair.target) return unpaired(pair.inner, side);
		const block = pair[side];
		return block ? [block] : [];
	});
}

/** The notes that some blocks call, each by its first element. */
export function calledIn(blocks: readonly Block[], { notes }: Piece): ReadonlySet<Element> {
	const ids = new Set<string>();
	for (const block of blocks) collect(block, ids);
	return new Set(notes.filter(({ id }) => ids.has(id)).flatMap(({ children }) => children[0] ?? []));
}

function collect({ content, blocks }: Block, ids: Set<string>): void {
	collectCalls(content, ids);
	for (const inner of blocks) collect(inner, ids);
}

function collectCalls(nodes: readonly ElementContent[], ids: Set<string>): void {
	for (const node of nodes) {
		if (node.type !== 'element') continue;
		const { dataNote } = node.properties;
		if (typeof dataNote === 'string') ids.add(dataNote);
		collectCalls(node.children, ids);
	}
}

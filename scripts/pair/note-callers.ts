import type { Element, ElementContent } from 'hast';
import type { Block, BlockPair, Piece, WholePair } from '../model/index.ts';

type Side = 'source' | 'target';

/** By the first element of each note, the pair that calls it on one side. What has no partner calls nothing. */
export function callersOf(
	pairs: readonly BlockPair[],
	side: Side,
	{ notes }: Piece,
): ReadonlyMap<Element, WholePair> {
	const byId = new Map<string, WholePair>();
	collect(pairs, side, byId);
	return new Map(
		notes.flatMap(({ id, children: [first] }) => {
			const caller = byId.get(id);
			return caller && first ? [[first, caller]] : [];
		}),
	);
}

function collect(pairs: readonly BlockPair[], side: Side, callers: Map<string, WholePair>): void {
	for (const pair of pairs) {
		if (!pair.source || !pair.target) continue;
		for (const id of callsIn(pair[side], pair.inner.length === 0)) {
			if (!callers.has(id)) callers.set(id, pair);
		}
		collect(pair.inner, side, callers);
	}
}

function callsIn({ content, blocks }: Block, isWhole: boolean): readonly string[] {
	const own = callsAmong(content);
	return isWhole ? [...own, ...blocks.flatMap((block) => callsIn(block, true))] : own;
}

function callsAmong(nodes: readonly ElementContent[]): readonly string[] {
	return nodes.flatMap((node): readonly string[] => {
		if (node.type !== 'element') return [];
		const { dataNote } = node.properties;
		return typeof dataNote === 'string' ? [dataNote] : callsAmong(node.children);
	});
}

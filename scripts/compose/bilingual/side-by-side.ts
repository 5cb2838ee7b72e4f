import type { Root, RootContent } from 'hast';
import type { Memo, Piece, PiecePairing, Sync } from '../../model/index.ts';
import { isSameFigure, withoutImage } from './figures.ts';

/** What changes in a text that runs beside its translation, by the number of a block in its body. */
export interface SidePlan {
	/** Values of `data-sync`. */
	readonly syncs: ReadonlyMap<number, string>;
	/** Figures whose picture stands in the other text. */
	readonly figures: ReadonlySet<number>;
}

export interface Plan {
	readonly first: SidePlan;
	readonly second: SidePlan;
	/** The value of `data-sync` of what stands below both texts. */
	readonly end: string;
}

/**
 * Finds what is level in a text and its translation, and which figures stand once. What is level is numbered in order
 * (`s1`, `s2`, …), so that an edit within a block changes nothing for the other side.
 */
export function planSides(
	{ first, second }: { readonly first: Piece; readonly second: Piece },
	{ body }: Pick<PiecePairing, 'body'>,
	sync: Sync,
): Plan {
	const [firsts, seconds] = [indexOf(first.body), indexOf(second.body)];
	const figures = new Set(
		body.flatMap((pair) => (isSameFigure(pair) ? (seconds.get(pair.target?.node) ?? []) : [])),
	);
	const isGone = (index: number) => {
		const node = second.body.children[index];
		return figures.has(index) && node?.type === 'element' && !withoutImage(node);
	};
	const level: [number, number][] = [];
	const add = (one: number | undefined, two: number | undefined) => {
		const [lastOne, lastTwo] = level.at(-1) ?? [-1, -1];
		// A pair that crosses another one by an anchor cannot be level too.
		if (one !== undefined && two !== undefined && one > lastOne && two > lastTwo) level.push([one, two]);
	};
	if (sync !== 'piece') {
		add(
			[...firsts.values()][0],
			[...seconds.values()].find((index) => !isGone(index)),
		);
		for (const { source, target } of body) {
			if (sync === 'heading' && source?.kind !== 'heading') continue;
			const two = seconds.get(target?.node);
			if (two !== undefined && !isGone(two)) add(firsts.get(source?.node), two);
		}
	}
	const syncsOf = (side: 0 | 1) => new Map(level.map((pair, index) => [pair[side], `s${index + 1}`]));
	return {
		first: { syncs: syncsOf(0), figures: new Set() },
		second: { syncs: syncsOf(1), figures },
		end: `s${level.length + 1}`,
	};
}

/** The body of a piece with what was planned for it; the very same one where that is nothing. */
export function applyPlan(body: Root, { syncs, figures }: SidePlan, memo: Memo): Root {
	if (syncs.size === 0 && figures.size === 0) return body;
	const key = JSON.stringify([memo.nameOf(body), [...syncs], [...figures]]);
	return memo.recall('sides', key, () => ({
		...body,
		children: body.children.flatMap((node, index): RootContent[] => {
			if (node.type !== 'element') return [node];
			const kept = figures.has(index) ? withoutImage(node) : node;
			if (!kept) return [];
			const sync = syncs.get(index);
			return [sync === undefined ? kept : { ...kept, properties: { ...kept.properties, dataSync: sync } }];
		}),
	}));
}

/** The blocks of a body with their numbers among its children. */
function indexOf({ children }: Root): ReadonlyMap<unknown, number> {
	return new Map(children.flatMap((node, index) => (node.type === 'element' ? [[node, index]] : [])));
}

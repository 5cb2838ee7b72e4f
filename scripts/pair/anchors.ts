import type { Block } from '../model/index.ts';
import type { Match } from './best-path.ts';

/** The anchor of a block, and those of the blocks inside. */
export function anchorsIn({ anchor, blocks }: Block): readonly string[] {
	const inner = blocks.flatMap(anchorsIn);
	return anchor === undefined ? inner : [anchor, ...inner];
}

/**
 * The blocks that have the same anchor in both rows, or hold it, in the order of the first. A list whose item is named
 * answers to the list, or to the paragraph, that has the name in the other text.
 */
export function anchorMatches(sources: readonly Block[], targets: readonly Block[]): readonly Match[] {
	const named = new Map<string, number>();
	for (const [index, block] of targets.entries()) {
		for (const anchor of anchorsIn(block)) if (!named.has(anchor)) named.set(anchor, index);
	}
	const taken = new Set<number>();
	return sources.flatMap((block, index): Match[] => {
		const others = anchorsIn(block).flatMap((anchor) => named.get(anchor) ?? []);
		const other = others.find((one) => !taken.has(one));
		if (other === undefined) return [];
		taken.add(other);
		return [[index, other]];
	});
}

/** Indexes of blocks, in order, that are to be paired with one another. */
export interface Stretch {
	readonly sources: readonly number[];
	readonly targets: readonly number[];
}

/**
 * What lies between anchored blocks. Of anchors that cross, as few as possible count as moved; a moved heading takes
 * its section with it.
 */
export function stretches(
	sources: readonly Block[],
	targets: readonly Block[],
	anchored: readonly Match[],
): readonly Stretch[] {
	if (anchored.length === 0) return [{ sources: [...sources.keys()], targets: [...targets.keys()] }];
	const kept = new Set(longestRise(anchored));
	const ends = {
		sources: new Set(anchored.map(([source]) => source)),
		targets: new Set(anchored.map(([, target]) => target)),
	};
	const moved: Stretch[] = anchored
		.filter((match) => !kept.has(match))
		.map(([source, target]) => ({
			sources: sectionBehind(sources, source, ends.sources),
			targets: sectionBehind(targets, target, ends.targets),
		}));
	const gone = {
		sources: new Set(moved.flatMap((one) => one.sources)),
		targets: new Set(moved.flatMap((one) => one.targets)),
	};
	const rest: Stretch[] = [];
	let from: Match = [0, 0];
	for (const [source, target] of [...kept, [sources.length, targets.length] as const]) {
		rest.push({
			sources: range(from[0], source).filter((index) => !ends.sources.has(index) && !gone.sources.has(index)),
			targets: range(from[1], target).filter((index) => !ends.targets.has(index) && !gone.targets.has(index)),
		});
		from = [source, target];
	}
	return [...rest, ...moved];
}

/** What follows a heading as far as its section goes, or the next anchor; nothing behind another block. */
function sectionBehind(
	blocks: readonly Block[],
	start: number,
	ends: ReadonlySet<number>,
): readonly number[] {
	const level = blocks[start]?.level;
	if (level === undefined) return [];
	let end = start + 1;
	while (end < blocks.length && !ends.has(end) && (blocks[end]?.level ?? level + 1) > level) end += 1;
	return range(start + 1, end);
}

function range(start: number, end: number): readonly number[] {
	return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** The most matches whose targets rise as their sources do. */
function longestRise(matches: readonly Match[]): readonly Match[] {
	const best: { readonly match: Match; readonly length: number; readonly before: number }[] = [];
	for (const match of matches) {
		let before = -1;
		for (const [index, other] of best.entries()) {
			if (other.match[1] < match[1] && other.length > (best[before]?.length ?? 0)) before = index;
		}
		best.push({ match, length: (best[before]?.length ?? 0) + 1, before });
	}
	const longest = Math.max(0, ...best.map(({ length }) => length));
	const rise: Match[] = [];
	for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1) {
		const { match } = best[at] ?? {};
		if (match) rise.push(match);
	}
	return rise.reverse();
}

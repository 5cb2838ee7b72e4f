import type { BlockPair, WholePair } from '../model/index.ts';

interface Open {
	readonly level: number;
	/** How much deeper the translation of the section lies; nothing where the section has none. */
	readonly offset?: number;
}

/**
 * The headings that stand deeper or less deep than their translation. Levels follow from what is above: a section whose
 * own heading is missing, or out of place itself, moves those inside it, and that is no fault of theirs. So only the
 * sections that both texts have are counted.
 */
export function headingsOutOfPlace(pairs: readonly BlockPair[]): readonly WholePair[] {
	const found: WholePair[] = [];
	const [sources, targets]: [Open[], Open[]] = [[], []];
	for (const pair of pairs) {
		const { source, target } = pair;
		if (source?.level !== undefined) close(sources, source.level);
		if (target?.level !== undefined) close(targets, target.level);
		const isPair = source?.level !== undefined && target?.level !== undefined;
		const offset = isPair ? depth(targets) - depth(sources) : undefined;
		if (isPair && offset !== (sources.findLast((one) => one.offset !== undefined)?.offset ?? 0)) {
			found.push(pair as WholePair);
		}
		const more = offset === undefined ? {} : { offset };
		if (source?.level !== undefined) sources.push({ level: source.level, ...more });
		if (target?.level !== undefined) targets.push({ level: target.level, ...more });
	}
	return found;
}

function close(open: Open[], level: number): void {
	while ((open.at(-1)?.level ?? 0) >= level) open.pop();
}

function depth(open: readonly Open[]): number {
	return open.filter(({ offset }) => offset !== undefined).length;
}

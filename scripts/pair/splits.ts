import type { Match } from './best-path.ts';
import type { Traits } from './traits.ts';

/** By how much nearer all parts together must come to the size of the other side, as a logarithm. */
const margin = 0.05;

/**
 * A paragraph that one text has in parts is paired with its first part, even where another part is longer: the parts
 * behind go on with it, and are what has no partner. `ratio`: see `Scale`.
 */
export function pairFirstParts(
	matches: readonly Match[],
	sources: readonly Traits[],
	targets: readonly Traits[],
	ratio: number,
): readonly Match[] {
	const ours = turn(movedToFirst(matches, sources, targets, ratio));
	return turn(movedToFirst(ours, targets, sources, -ratio));
}

function turn(matches: readonly Match[]): readonly Match[] {
	return matches.map(([source, target]): Match => [target, source]);
}

function movedToFirst(
	matches: readonly Match[],
	wholes: readonly Traits[],
	parts: readonly Traits[],
	ratio: number,
): readonly Match[] {
	if (matches.length === parts.length) return matches;
	const taken = new Map(matches.map(([whole, part]) => [part, whole]));
	return matches.map(([whole, part]): Match => {
		const { kind, size } = wholes[whole] ?? {};
		if ((kind !== 'paragraph' && kind !== 'item') || size === undefined) return [whole, part];
		const isFree = (index: number): boolean => !taken.has(index) && parts[index]?.kind === kind;
		let first = part;
		while (isFree(first - 1)) first -= 1;
		// Between it and the pair before, nothing may be missing: else that is what the parts may answer to.
		if (first === part || (whole > 0 && taken.get(first - 1) !== whole - 1)) return [whole, part];
		let last = part;
		while (isFree(last + 1) && taken.get(last + 2) === whole + 1) last += 1;
		const misfit = (all: number): number => Math.abs(Math.log((all + 1) / (size + 1)) - ratio);
		const together = parts.slice(first, last + 1).reduce((sum, one) => sum + one.size, 0);
		return misfit(together) + margin < misfit(parts[part]?.size ?? 0) ? [whole, first] : [whole, part];
	});
}

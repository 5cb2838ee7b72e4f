import type { Fill, PaginatedUnit } from '../model/index.ts';
import type { UnitGroup } from './unit-groups.ts';

/**
 * How far the text blocks of texts that run side by side are used; nothing where none do. The last page of a piece
 * counts up to where the longer of its two texts ends: what is blank below stands so in any edition.
 */
export function measureFill(
	groups: readonly UnitGroup[],
	laid: ReadonlyMap<string, PaginatedUnit>,
): Fill | undefined {
	let [used, level, pages] = [0, 0, 0];
	for (const group of groups) {
		const texts = group.map((unit) => laid.get(unit.id)?.used ?? []);
		const count = Math.max(0, ...texts.map((shares) => shares.length));
		if (group.length < 2 || count === 0) continue;
		const last = Math.max(...texts.map((shares) => shares[count - 1] ?? 0));
		used += texts.flat().reduce((sum, share) => sum + share, 0);
		level += 2 * (count - 1 + last);
		pages += 2 * count;
	}
	return pages === 0 ? undefined : { level: used / level, pages: used / pages };
}

import type { Unit } from '../model/index.ts';

/** What is laid out in one go: a unit, or a text and its translation that run side by side. */
export type UnitGroup = readonly [Unit] | readonly [Unit, Unit];

/** The units in their order, two that run side by side as one group; one whose other half is missing stands alone. */
export function groupUnits(units: readonly Unit[]): readonly UnitGroup[] {
	const groups: UnitGroup[] = [];
	for (const unit of units) {
		const [before, full] = groups.at(-1) ?? [];
		const group = unit.parallel?.group;
		const isSecond = group !== undefined && full === undefined && before?.parallel?.group === group;
		if (before && isSecond) groups[groups.length - 1] = [before, unit];
		else groups.push([unit]);
	}
	return groups;
}

/** A name of a group, for whoever watches. */
export function nameOf(group: UnitGroup): string {
	return group.map((unit) => unit.id).join(' and ');
}

import type { Shelf, Tabs } from '../model/index.ts';
import { fileOf, type LayoutContext, layoutUnits, UnitTimeout } from './layout-unit.ts';
import type { LaidPages, UnitCache } from './unit-cache.ts';
import { nameOf, type UnitGroup } from './unit-groups.ts';

export interface Crew extends LayoutContext {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	/** Takes each unit that was laid out. */
	readonly keep: UnitCache['keep'];
	/** Called after each unit. */
	readonly progress: (done: number, all: number) => void;
	/** Keeps the time that one unit took. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Lays all groups out on several tabs, the largest first, so that none is left alone at the end.
 * Units that could not be laid out are missing in the result (they were reported).
 */
export async function paginateUnits(
	groups: readonly UnitGroup[],
	crew: Crew,
): Promise<ReadonlyMap<string, LaidPages>> {
	const { tabs, shelf, limit, report, keep, progress, detail } = crew;
	const queue = groups
		.map((group) => ({ group, size: sizeOf(group) }))
		.sort((a, b) => b.size - a.size)
		.map(({ group }) => group);
	const done = new Map<string, LaidPages>();
	let finished = 0;
	await Promise.all(
		queue.map(async (group) => {
			try {
				const laid = await tabs.use(shelf, (tab) =>
					detail(`lay out ${nameOf(group)}`, () =>
						keep(group, (told, previous) => layoutUnits(group, tab, { ...crew, report: told, previous })),
					),
				);
				for (const unit of laid ?? []) done.set(unit.unit, unit);
			} catch (error) {
				if (!(error instanceof UnitTimeout)) throw error;
				const [unit] = group;
				const seconds = Math.round(limit / 1000);
				report('unit-timeout', `"${unit.title.text}" was not laid out within ${seconds} s.`, fileOf(unit));
			}
			finished += group.length;
			progress(finished, groups.flat().length);
		}),
	);
	return done;
}

/** Length of the source, which the time for a unit follows closely enough to sort by. */
function sizeOf(group: UnitGroup): number {
	return group.reduce((sum, unit) => sum + JSON.stringify(unit.body).length, 0);
}

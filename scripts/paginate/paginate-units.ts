import type { PaginatedUnit, Shelf, Tabs, Unit } from '../model/index.ts';
import { fileOf, type LayoutContext, layoutUnit, UnitTimeout } from './layout-unit.ts';
import type { UnitCache } from './unit-cache.ts';

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
 * Lays all units out on several tabs, the largest first, so that none is left alone at the end.
 * Units that could not be laid out are missing in the result (they were reported).
 */
export async function paginateUnits(
	units: readonly Unit[],
	crew: Crew,
): Promise<ReadonlyMap<string, PaginatedUnit>> {
	const { tabs, shelf, limit, report, keep, progress, detail } = crew;
	const queue = units
		.map((unit) => ({ unit, size: sizeOf(unit) }))
		.sort((a, b) => b.size - a.size)
		.map(({ unit }) => unit);
	const done = new Map<string, PaginatedUnit>();
	let finished = 0;
	await Promise.all(
		queue.map(async (unit) => {
			try {
				const laid = await tabs.use(shelf, (tab) =>
					detail(`lay out ${unit.id}`, () =>
						keep(unit, (told) => layoutUnit(unit, tab, { ...crew, report: told })),
					),
				);
				if (laid) done.set(unit.id, laid);
			} catch (error) {
				if (!(error instanceof UnitTimeout)) throw error;
				const seconds = Math.round(limit / 1000);
				report('unit-timeout', `"${unit.title.text}" was not laid out within ${seconds} s.`, fileOf(unit));
			}
			progress(++finished, units.length);
		}),
	);
	return done;
}

/** Length of the source, which the time for a unit follows closely enough to sort by. */
function sizeOf(unit: Unit): number {
	return JSON.stringify(unit.body).length;
}

import type { PaginatedUnit, Tab, Unit } from '../model/index.ts';
import { fileOf, type LayoutContext, layoutUnit, UnitTimeout } from './layout-unit.ts';
import type { UnitCache } from './unit-cache.ts';

export interface Crew extends LayoutContext {
	readonly openTab: () => Promise<Tab>;
	/** How many tabs work side by side. */
	readonly jobs: number;
	/** Takes each unit that was laid out. */
	readonly keep: UnitCache['keep'];
	/** Called after each unit. */
	readonly progress: (done: number, all: number) => void;
}

/**
 * Lays all units out on several tabs, the largest first, so that none is left alone at the end.
 * Units that could not be laid out are missing in the result (they were reported).
 */
export async function paginateUnits(
	units: readonly Unit[],
	crew: Crew,
): Promise<ReadonlyMap<string, PaginatedUnit>> {
	const queue = units
		.map((unit) => ({ unit, size: sizeOf(unit) }))
		.sort((a, b) => b.size - a.size)
		.map(({ unit }) => unit);
	const done = new Map<string, PaginatedUnit>();
	let finished = 0;

	const work = async (): Promise<void> => {
		let tab = queue.length > 0 ? await crew.openTab() : undefined;
		for (let unit = queue.shift(); unit && tab; unit = queue.shift()) {
			try {
				const free = tab;
				const laid = await crew.keep(unit, (report) => layoutUnit(unit, free, { ...crew, report }));
				if (laid) done.set(unit.id, laid);
			} catch (error) {
				if (!(error instanceof UnitTimeout)) throw error;
				const seconds = Math.round(crew.limit / 1000);
				crew.report(
					'unit-timeout',
					`"${unit.title.text}" was not laid out within ${seconds} s.`,
					fileOf(unit),
				);
				// A tab in an endless loop answers nothing, not even its closing.
				void tab.close().catch(() => {});
				tab = await crew.openTab();
			}
			crew.progress(++finished, units.length);
		}
		await tab?.close();
	};
	await Promise.all(Array.from({ length: Math.min(crew.jobs, units.length) }, work));
	return done;
}

/** Length of the source, which the time for a unit follows closely enough to sort by. */
function sizeOf(unit: Unit): number {
	return JSON.stringify(unit.body).length;
}

import { type Reporter, record, replay, rules } from '../diagnostics/index.ts';
import type { PaginatedUnit, Store, Unit } from '../model/index.ts';
import { decodeUnit, encodeUnit, type KeptUnit, toKept } from './unit-value.ts';

/** The pages of a unit, and the key they were kept under. */
export interface HeldUnit {
	readonly key: string;
	readonly kept: KeptUnit;
}

export interface UnitCacheOptions {
	readonly store: Store;
	/** Must hold all that shapes the pages of a unit. */
	readonly keyOf: (unit: Unit) => string;
	readonly report: Reporter;
	/** The units of earlier builds of this session. */
	readonly held: WeakMap<Unit, HeldUnit>;
}

/** Pages of earlier runs; those that come from here have the same words and findings as when they were made. */
export interface UnitCache {
	/** The units whose pages are kept, by id. What was said of them is said again. */
	readonly recall: (units: readonly Unit[]) => Promise<ReadonlyMap<string, PaginatedUnit>>;
	/** Lays a unit out and keeps its pages, unless something was said of it that is an error. */
	readonly keep: (
		unit: Unit,
		layout: (report: Reporter) => Promise<PaginatedUnit | undefined>,
	) => Promise<PaginatedUnit | undefined>;
}

const room = 'units';

export function createUnitCache({ store, keyOf, report, held }: UnitCacheOptions): UnitCache {
	const find = async (unit: Unit): Promise<KeptUnit | undefined> => {
		const key = keyOf(unit);
		const known = held.get(unit);
		if (known?.key === key) return known.kept;
		const bytes = await store.get(room, key);
		const kept = bytes && decodeUnit(bytes);
		if (kept) held.set(unit, { key, kept });
		return kept;
	};
	return {
		async recall(units) {
			const all = await Promise.all(units.map(async (unit) => ({ unit, kept: await find(unit) })));
			const found = new Map<string, PaginatedUnit>();
			for (const { unit, kept } of all) {
				if (!kept) continue;
				replay(kept.findings, report);
				found.set(unit.id, pagesOf(unit, kept));
			}
			return found;
		},
		async keep(unit, layout) {
			const said = record();
			const laid = await layout(said.report).finally(() => said.replay(report));
			if (!laid || said.findings.some(([rule]) => rules[rule].severity === 'error')) return laid;
			const kept = toKept(laid, said.findings);
			const key = keyOf(unit);
			held.set(unit, { key, kept });
			// The store says what goes wrong, and never fails.
			void store.put(room, key, encodeUnit(kept));
			return pagesOf(unit, kept);
		},
	};
}

function pagesOf(unit: Unit, { pages, geometry }: KeptUnit): PaginatedUnit {
	return { unit: unit.id, pages, geometry };
}

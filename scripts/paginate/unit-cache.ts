import { type Reporter, record, replay, rules } from '../diagnostics/index.ts';
import type { PaginatedUnit, Store, Unit } from '../model/index.ts';
import type { EarlierLayout, LaidUnit } from './resume.ts';
import type { UnitKeys } from './unit-key.ts';
import { decodeUnit, encodeUnit, type KeptUnit, toKept } from './unit-value.ts';

/** The pages of a unit, and the key they were kept under. */
export interface HeldUnit {
	readonly key: string;
	readonly kept: KeptUnit;
}

export interface UnitCacheOptions {
	readonly store: Store;
	readonly keys: UnitKeys;
	readonly report: Reporter;
	/** The units of earlier builds of this session. */
	readonly held: WeakMap<Unit, HeldUnit>;
	/** The last layout of each long unit, by its series. */
	readonly latest: {
		readonly get: (series: string) => KeptUnit | undefined;
		readonly set: (series: string, kept: KeptUnit) => unknown;
	};
}

/** Pages of earlier runs; those that come from here have the same words and findings as when they were made. */
export interface UnitCache {
	/** The units whose pages are kept, by id. What was said of them is said again. */
	readonly recall: (units: readonly Unit[]) => Promise<ReadonlyMap<string, PaginatedUnit>>;
	/** Lays a unit out and keeps its pages, unless something was said of it that is an error. */
	readonly keep: (
		unit: Unit,
		layout: (report: Reporter, previous: EarlierLayout | undefined) => Promise<LaidUnit | undefined>,
	) => Promise<LaidUnit | undefined>;
}

const room = 'units';

/** Where the key of the last layout of a long unit is kept. */
const latestRoom = 'latest';

export function createUnitCache({ store, keys, report, held, latest }: UnitCacheOptions): UnitCache {
	const { keyOf, seriesOf } = keys;
	const find = async (unit: Unit): Promise<KeptUnit | undefined> => {
		const key = keyOf(unit);
		const known = held.get(unit);
		if (known?.key === key) return known.kept;
		const bytes = await store.get(room, key);
		const kept = bytes && decodeUnit(bytes);
		if (kept) held.set(unit, { key, kept });
		return kept;
	};
	const findPrevious = async (series: string): Promise<KeptUnit | undefined> => {
		const known = latest.get(series);
		if (known) return known;
		const key = await store.get(latestRoom, series);
		const bytes = key && (await store.get(room, Buffer.from(key).toString()));
		return bytes && decodeUnit(bytes);
	};
	return {
		async recall(units) {
			const all = await Promise.all(units.map(async (unit) => ({ unit, kept: await find(unit) })));
			const found = new Map<string, PaginatedUnit>();
			for (const { unit, kept } of all) {
				if (!kept) continue;
				if (kept.memory) latest.set(seriesOf(unit), kept);
				replay(kept.findings, report);
				found.set(unit.id, pagesOf(unit, kept));
			}
			return found;
		},
		async keep(unit, layout) {
			const said = record();
			const series = seriesOf(unit);
			const previous = await findPrevious(series);
			const laid = await layout(said.report, previous).finally(() => said.replay(report));
			if (!laid || said.findings.some(([rule]) => rules[rule].severity === 'error')) return laid;
			const kept = toKept(laid, said.findings);
			const key = keyOf(unit);
			held.set(unit, { key, kept });
			// The store says what goes wrong, and never fails.
			void store.put(room, key, encodeUnit(kept));
			if (kept.memory) {
				latest.set(series, kept);
				void store.put(latestRoom, series, Buffer.from(key));
			}
			return { ...pagesOf(unit, kept), fresh: laid.fresh };
		},
	};
}

function pagesOf(unit: Unit, { pages, geometry }: KeptUnit): PaginatedUnit {
	return { unit: unit.id, pages, geometry };
}

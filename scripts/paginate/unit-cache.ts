import { type Reporter, record, replay, rules } from '../diagnostics/index.ts';
import type { PaginatedUnit, Store, Unit } from '../model/index.ts';
import type { EarlierLayout, LaidUnit } from './resume.ts';
import type { UnitGroup } from './unit-groups.ts';
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
	/** The units whose pages are kept, by id, of groups that are kept whole. What was said of them is said again. */
	readonly recall: (groups: readonly UnitGroup[]) => Promise<ReadonlyMap<string, PaginatedUnit>>;
	/** Lays a group out and keeps its pages, unless something was said of it that is an error. */
	readonly keep: (group: UnitGroup, layout: LayoutOfGroup) => Promise<readonly LaidPages[] | undefined>;
}

/** Lays out the units of a group; `previous` are their earlier layouts that it may go on from, in the same order. */
export type LayoutOfGroup = (
	report: Reporter,
	previous: readonly (EarlierLayout | undefined)[],
) => Promise<readonly LaidUnit[] | undefined>;

/** The pages of a unit, and how many of them were laid out now. */
export type LaidPages = PaginatedUnit & Pick<LaidUnit, 'fresh'>;

const room = 'units';

/** Where the key of the last layout of a long unit, or of one beside another, is kept. */
const latestRoom = 'latest';

export function createUnitCache({ store, keys, report, held, latest }: UnitCacheOptions): UnitCache {
	const { keysOf, seriesOf, sourceOf } = keys;
	const find = async (unit: Unit, key: string): Promise<KeptUnit | undefined> => {
		const known = held.get(unit);
		if (known?.key === key) return known.kept;
		const bytes = await store.get(room, key);
		const kept = bytes && decodeUnit(bytes);
		if (kept) held.set(unit, { key, kept });
		return kept;
	};
	const findLatest = async (series: string): Promise<KeptUnit | undefined> => {
		const known = latest.get(series);
		if (known) return known;
		const key = await store.get(latestRoom, series);
		const bytes = key && (await store.get(room, Buffer.from(key).toString()));
		return bytes && decodeUnit(bytes);
	};
	const findPrevious = async (unit: Unit): Promise<EarlierLayout | undefined> => {
		const kept = await findLatest(seriesOf(unit));
		// Beside another text only pages of the very same unit can stand as they were.
		return kept?.flow && kept.flow.source !== sourceOf(unit) ? undefined : kept;
	};
	const keepUnit = (unit: Unit, key: string, kept: KeptUnit): void => {
		held.set(unit, { key, kept });
		// The store says what goes wrong, and never fails.
		void store.put(room, key, encodeUnit(kept));
		if (!kept.memory && !kept.flow) return;
		const series = seriesOf(unit);
		latest.set(series, kept);
		void store.put(latestRoom, series, Buffer.from(key));
	};
	return {
		async recall(groups) {
			const found = new Map<string, PaginatedUnit>();
			await Promise.all(
				groups.map(async (group) => {
					const keys = keysOf(group);
					const all = await Promise.all(group.map((unit, index) => find(unit, keys[index] ?? '')));
					if (all.some((kept) => kept === undefined)) return;
					group.forEach((unit, index) => {
						const kept = all[index];
						if (kept) found.set(unit.id, pagesOf(unit, kept));
						if (kept?.memory || kept?.flow) latest.set(seriesOf(unit), kept);
					});
				}),
			);
			// In the order of the units, whichever came first.
			for (const group of groups) {
				for (const unit of group) if (found.has(unit.id)) replay(held.get(unit)?.kept.findings ?? [], report);
			}
			return found;
		},
		async keep(group, layout) {
			const said = record();
			const previous = await Promise.all(group.map(findPrevious));
			const laid = await layout(said.report, previous).finally(() => said.replay(report));
			if (!laid || said.findings.some(([rule]) => rules[rule].severity === 'error')) return laid;
			const keys = keysOf(group);
			return laid.map((one, index) => {
				const unit = group[index];
				if (!unit) return one;
				const kept = toKept(one, index === 0 ? said.findings : [], one.isFirst ? sourceOf(unit) : '');
				keepUnit(unit, keys[index] ?? '', kept);
				return { ...pagesOf(unit, kept), fresh: one.fresh };
			});
		},
	};
}

function pagesOf(unit: Unit, { pages, geometry, flow }: KeptUnit): PaginatedUnit {
	const used = flow?.pages.map((page) => page.used / flow.height);
	return { unit: unit.id, pages, geometry, ...(used ? { used } : {}) };
}

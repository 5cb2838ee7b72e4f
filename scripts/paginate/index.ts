import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, Memo, PaginatedBook, Shelf, Store, Tabs, Unit } from '../model/index.ts';
import { assemble, pageApart } from './assemble.ts';
import { findPageTurns } from './page-turns.ts';
import { readPagingScripts } from './paged-js.ts';
import { paginateUnits } from './paginate-units.ts';
import { trimOf } from './trim.ts';
import { createUnitCache, type HeldUnit, type UnitCache } from './unit-cache.ts';
import { createUnitKeys, readLayoutCode } from './unit-key.ts';
import type { UnitSource } from './unit-source.ts';
import type { KeptUnit } from './unit-value.ts';

export { findPageTurns, readPagingScripts };

export interface PaginateOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	/** Page rules for Paged.js. */
	readonly pageCss: string;
	/** Where the pages of units are kept. */
	readonly store: Store;
	readonly memo: Memo;
	/** Longest time that one unit may take, in ms. */
	readonly unitLimit: number;
	readonly report: Reporter;
	/** Whether the half title is laid out beside the units of the book. */
	readonly halfTitle?: boolean;
	readonly progress: (done: number, all: number) => void;
	/** Keeps the time that one unit took. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * Breaks an edition into pages, unit by unit, and puts them together; a unit whose pages are kept is not broken
 * again, and where all are no tab is asked for. No word is lost: a unit whose pages do not hold all of its words is
 * reported as an error.
 * @returns undefined where a unit could not be laid out
 */
export async function paginate(
	edition: Edition,
	options: PaginateOptions,
): Promise<PaginatedBook | undefined> {
	const { tabs, shelf, pageCss, unitLimit, report, progress, detail } = options;
	const apart = options.halfTitle ? edition.halfTitle : undefined;
	const units = apart ? [...edition.units, apart] : edition.units;
	const cache = await openUnitCache(edition, options);
	const known = await detail('look for kept pages', () => cache.recall(units));
	if (known.size > 0) progress(known.size, units.length);
	const changed = units.filter((unit) => !known.has(unit.id));
	const laid = await paginateUnits(changed, {
		tabs,
		shelf,
		css: pageCss,
		limit: unitLimit,
		report,
		keep: cache.keep,
		progress: (done) => progress(known.size + done, units.length),
		detail,
	});
	const all = new Map([...known, ...laid]);
	if (all.size < units.length) return undefined;
	const book = assemble(edition, all, (id) =>
		report('pdf-link', `The contents lead to "${id}", which stands on no page.`, edition.id),
	);
	const fresh = [...laid.values()].reduce((sum, unit) => sum + unit.fresh, 0);
	const halfTitle = apart && pageApart(apart, all.get(apart.id));
	return {
		...book,
		...(halfTitle ? { halfTitle } : {}),
		trim: trimOf(pageCss),
		cached: known.size,
		laid: fresh,
	};
}

/**
 * The pages of an edition as an earlier build left them, where those of every unit are kept: no tab is asked for, and
 * nothing is said of them. Else only its cover, laid out where it must be.
 */
export async function recallOrCover(
	edition: Edition,
	options: PaginateOptions,
): Promise<PaginatedBook | undefined> {
	const cache = await openUnitCache(edition, { ...options, report() {} });
	const known = await cache.recall(edition.units);
	if (known.size === edition.units.length) {
		const trim = trimOf(options.pageCss);
		return { ...assemble(edition, known), trim, cached: known.size, laid: 0 };
	}
	const units = edition.units.filter((unit) => unit.kind === 'cover');
	return await paginate({ ...edition, units }, options);
}

async function openUnitCache(
	edition: Edition,
	{ tabs, shelf, store, memo, pageCss, report }: PaginateOptions,
): Promise<UnitCache> {
	const recall = <T>(key: string, make: () => T) => memo.recall('paginate', key, make);
	const code = await recall('code', async () => readLayoutCode(await readPagingScripts()));
	const context = {
		pageCss,
		shapes: shelf.shapeKey,
		browser: tabs.version,
		code,
		lang: edition.languages[0] ?? 'en',
		images: edition.images,
	};
	const keys = createUnitKeys(
		context,
		recall('sources', () => new WeakMap<Unit, UnitSource>()),
	);
	const held = recall('units', () => new WeakMap<Unit, HeldUnit>());
	// Layouts that no build asks for any more are forgotten like all else.
	const box = (series: string) => memo.recall<{ kept?: KeptUnit }>('latest units', series, () => ({}));
	const latest = {
		get: (series: string) => box(series).kept,
		set: (series: string, kept: KeptUnit) => {
			box(series).kept = kept;
		},
	};
	return createUnitCache({ store, keys, report, held, latest });
}

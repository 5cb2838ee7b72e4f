import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, Memo, PaginatedBook, Shelf, Store, Tab, Unit, Workshop } from '../model/index.ts';
import { assemble } from './assemble.ts';
import { readPagingScripts } from './paged-js.ts';
import { paginateUnits } from './paginate-units.ts';
import { createUnitCache, type HeldUnit, type UnitCache } from './unit-cache.ts';
import { createUnitKeys, readLayoutCode, shapeKeyOf } from './unit-key.ts';
import type { UnitSource } from './unit-source.ts';

export interface PaginateOptions {
	readonly workshop: Workshop;
	/** Tabs are opened while it is still being filled. */
	readonly shelf: Promise<Shelf>;
	/** Page rules for Paged.js. */
	readonly pageCss: string;
	/** Where the pages of units are kept. */
	readonly store: Store;
	readonly memo?: Memo;
	/** Tabs side by side. */
	readonly jobs: number;
	/** Longest time that one unit may take, in ms. */
	readonly unitLimit: number;
	readonly report: Reporter;
	readonly progress: (done: number, all: number) => void;
}

/**
 * Breaks an edition into pages, unit by unit, and puts them together; a unit whose pages are kept is not broken
 * again, and where all are no tab is opened. No word is lost: a unit whose pages do
 * not hold all of its words is reported as an error.
 * @returns undefined where a unit could not be laid out
 */
export async function paginate(
	edition: Edition,
	options: PaginateOptions,
): Promise<PaginatedBook | undefined> {
	const scripts = await readPagingScripts();
	const { shelf, workshop } = options;
	const lang = edition.languages[0] ?? 'en';
	const html = shelf.then(
		({ css }) =>
			`<!doctype html><html lang="${lang}"><meta charset="utf-8"><style data-pagedjs-ignore>${css}</style><body>`,
	);
	const resources = shelf.then((filled) => filled.resources);
	const openTab = (): Promise<Tab> =>
		workshop.openTab({ html, resources, scripts, viewport: { width: 1200, height: 1600 } });
	const { units } = edition;
	const cache = await openUnitCache(edition, scripts, options);
	const known = await cache.recall(units);
	const progress = (done: number) => options.progress(known.size + done, units.length);
	if (known.size > 0) progress(0);
	const laid = await paginateUnits(
		units.filter((unit) => !known.has(unit.id)),
		{
			openTab,
			jobs: options.jobs,
			css: options.pageCss,
			limit: options.unitLimit,
			report: options.report,
			keep: cache.keep,
			progress,
		},
	);
	const all = new Map([...known, ...laid]);
	return all.size === units.length ? { ...assemble(edition, all), cached: known.size } : undefined;
}

async function openUnitCache(
	edition: Edition,
	scripts: readonly string[],
	{ shelf, store, memo, pageCss, workshop, report }: PaginateOptions,
): Promise<UnitCache> {
	const recall = <T>(key: string, make: () => T) => (memo ? memo.recall('paginate', key, make) : make());
	const [code, filled] = await Promise.all([recall('code', () => readLayoutCode(scripts)), shelf]);
	const context = {
		pageCss,
		shapes: shapeKeyOf(filled),
		browser: workshop.version,
		code,
		lang: edition.languages[0] ?? 'en',
		images: edition.images,
	};
	const keyOf = createUnitKeys(
		context,
		recall('sources', () => new WeakMap<Unit, UnitSource>()),
	);
	return createUnitCache({
		store,
		keyOf,
		report,
		held: recall('units', () => new WeakMap<Unit, HeldUnit>()),
	});
}

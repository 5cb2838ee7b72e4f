import type { Reporter } from '../diagnostics/index.ts';
import type {
	Edition,
	Memo,
	PaginatedBook,
	PaginatedUnit,
	Shelf,
	Store,
	Tabs,
	Unit,
} from '../model/index.ts';
import { assemble, pageApart } from './assemble.ts';
import { setGutter } from './gutter.ts';
import { checkPage, pageLook } from './page-look.ts';
import { pageRules } from './page-rules.ts';
import { findPageTurns } from './page-turns.ts';
import { readPagingScripts } from './paged-js.ts';
import { paginateUnits } from './paginate-units.ts';
import { createUnitCache, type HeldUnit, type UnitCache } from './unit-cache.ts';
import { groupUnits } from './unit-groups.ts';
import { createUnitKeys, readLayoutCode } from './unit-key.ts';
import type { UnitSource } from './unit-source.ts';
import type { KeptUnit } from './unit-value.ts';

export { checkPage, findPageTurns, pageLook, readPagingScripts };

export interface PaginateOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	/** Page rules of the house for Paged.js; the edition's own page comes on top of them. */
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
	const { css } = pageRules(pageCss, edition.page);
	const cache = await openUnitCache(edition, options);
	const groups = groupUnits(units);
	const known = await detail('look for kept pages', () => cache.recall(groups));
	if (known.size > 0) progress(known.size, units.length);
	const changed = groups.filter(([unit]) => !known.has(unit.id));
	const laid = await paginateUnits(changed, {
		tabs,
		shelf,
		css,
		limit: unitLimit,
		report,
		keep: cache.keep,
		progress: (done) => progress(known.size + done, units.length),
		detail,
	});
	const all = new Map([...known, ...laid]);
	if (all.size < units.length) return undefined;
	const book = putTogether(edition, all, options, (id) =>
		report('pdf-link', `The contents lead to "${id}", which stands on no page.`, edition.id),
	);
	const fresh = [...laid.values()].reduce((sum, unit) => sum + unit.fresh, 0);
	// A text beside one that has changed may have stayed as it was.
	const cached = known.size + [...laid.values()].filter((unit) => unit.fresh === 0).length;
	const halfTitle = apart && pageApart(apart, all.get(apart.id));
	return { ...book, ...(halfTitle ? { halfTitle } : {}), cached, laid: fresh };
}

/**
 * The pages of an edition as an earlier build left them, where those of every unit are kept: no tab is asked for, and
 * nothing is said of them. Else only its cover, laid out where it must be.
 */
export async function recallOrCover(
	edition: Edition,
	options: PaginateOptions,
): Promise<PaginatedBook | undefined> {
	const silent = { ...options, report() {} };
	const cache = await openUnitCache(edition, silent);
	const known = await cache.recall(groupUnits(edition.units));
	if (known.size === edition.units.length)
		return { ...putTogether(edition, known, silent), cached: known.size, laid: 0 };
	const units = edition.units.filter((unit) => unit.kind === 'cover');
	return await paginate({ ...edition, units }, options);
}

/** Puts the pages of all units together and gives the spine what it takes. */
function putTogether(
	edition: Edition,
	units: ReadonlyMap<string, PaginatedUnit>,
	{ pageCss, report }: PaginateOptions,
	unknown?: (id: string) => void,
): Omit<PaginatedBook, 'cached' | 'laid'> {
	const { page } = edition;
	const { trim, margins } = pageRules(pageCss, page);
	const book = assemble(edition, units, unknown);
	const geometry = setGutter(book.geometry, { margins, page, pages: book.pages.length, report });
	return { ...book, geometry, trim };
}

async function openUnitCache(
	edition: Edition,
	{ tabs, shelf, store, memo, pageCss, report }: PaginateOptions,
): Promise<UnitCache> {
	const recall = <T>(key: string, make: () => T) => memo.recall('paginate', key, make);
	const code = await recall('code', async () => readLayoutCode(await readPagingScripts()));
	const context = {
		pageCss: pageRules(pageCss, edition.page).css,
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

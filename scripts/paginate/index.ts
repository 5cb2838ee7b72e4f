import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, PaginatedBook, Shelf, Tabs } from '../model/index.ts';
import { assemble } from './assemble.ts';
import { paginateUnits } from './paginate-units.ts';

export { readPagingScripts } from './paged-js.ts';

export interface PaginateOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	/** Page rules for Paged.js. */
	readonly pageCss: string;
	/** Longest time that one unit may take, in ms. */
	readonly unitLimit: number;
	readonly report: Reporter;
	readonly progress: (done: number, all: number) => void;
}

/**
 * Breaks an edition into pages, unit by unit, and puts them together. No word is lost: a unit whose pages do
 * not hold all of its words is reported as an error.
 * @returns undefined where a unit could not be laid out
 */
export async function paginate(
	edition: Edition,
	options: PaginateOptions,
): Promise<PaginatedBook | undefined> {
	const { tabs, shelf, pageCss, unitLimit, report, progress } = options;
	const laid = await paginateUnits(edition.units, {
		tabs,
		shelf,
		css: pageCss,
		limit: unitLimit,
		report,
		progress,
	});
	if (laid.size < edition.units.length) return undefined;
	return assemble(edition, laid, (id) =>
		report('pdf-link', `The contents lead to "${id}", which stands on no page.`, edition.id),
	);
}

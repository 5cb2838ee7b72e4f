import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, PaginatedBook, Shelf, Tab, Workshop } from '../model/index.ts';
import { assemble } from './assemble.ts';
import { readPagingScripts } from './paged-js.ts';
import { paginateUnits } from './paginate-units.ts';

export interface PaginateOptions {
	readonly workshop: Workshop;
	/** Tabs are opened while it is still being filled. */
	readonly shelf: Promise<Shelf>;
	/** Page rules for Paged.js. */
	readonly pageCss: string;
	/** Tabs side by side. */
	readonly jobs: number;
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
	const laid = await paginateUnits(edition.units, {
		openTab,
		jobs: options.jobs,
		css: options.pageCss,
		limit: options.unitLimit,
		report: options.report,
		progress: options.progress,
	});
	return laid.size === edition.units.length ? assemble(edition, laid) : undefined;
}

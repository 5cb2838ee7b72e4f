import { createReport } from '../../scripts/diagnostics/index.ts';
import { cutFonts, fillShelf } from '../../scripts/fonts/index.ts';
import type { Lang, Tab, Workshop } from '../../scripts/model/index.ts';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';
import { edition, ownHouse, text, unit } from '../support/edition.ts';
import { startBrowser } from '../support/world.ts';
import { characters } from './long-piece.ts';

export interface PagingTab {
	/** Whoever opens the tab closes its browser. */
	readonly workshop: Workshop;
	readonly tab: Tab;
	/** Page rules of the house. */
	readonly css: string;
}

/** A tab that lays out pieces of `long-piece.ts` in the style of the house, in a browser of its own. */
export async function openPagingTab(lang: Lang): Promise<PagingTab> {
	const house = await ownHouse();
	const workshop = await (await startBrowser()).workshop;
	const sample = unit('sample', { body: { type: 'root', children: [text(characters)] } });
	const whole = edition({ units: [sample] });
	const faces = await cutFonts(whole, createReport().add);
	const shelf = fillShelf(whole, faces, house.styles.get('book.css') ?? '');
	const tab = await workshop.openTab({
		html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style data-pagedjs-ignore>${shelf.css}</style><body>`,
		resources: shelf.resources,
		scripts: await readPagingScripts(),
		viewport: { width: 1200, height: 1600 },
	});
	return { workshop, tab, css: house.styles.get('page.css') ?? '' };
}

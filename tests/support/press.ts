import { readFile } from 'node:fs/promises';
import { openTabs } from '../../scripts/browser/index.ts';
import { createMemo, noStore } from '../../scripts/cache/index.ts';
import { createReport, type Report } from '../../scripts/diagnostics/index.ts';
import { cutFonts, fillShelf } from '../../scripts/fonts/index.ts';
import type { PageChoices, PaginatedBook, Shelf, Tab, Unit } from '../../scripts/model/index.ts';
import { paginate, readPagingScripts } from '../../scripts/paginate/index.ts';
import { readPrintScripts } from '../../scripts/print/index.ts';
import type { Room } from '../../scripts/print/room.ts';
import { sheetsHtml, sizeRules, wholePage } from '../../scripts/print/sheets.ts';
import { edition, ownHouse, text, tree, unit } from './edition.ts';
import { startBrowser } from './world.ts';

/** A block of a page, from the finished sheet. */
export interface Block {
	readonly name: string;
	readonly text: string;
	readonly lines: number;
	/** It began on a page before. */
	readonly continued: boolean;
	/** It goes on overleaf. */
	readonly continues: boolean;
	/** From screen readers. */
	readonly hidden: boolean;
	/** It stands in an item of a list, which is a block of its own. */
	readonly inItem: boolean;
}

export interface Laid {
	/** Missing where a unit could not be laid out. */
	readonly book: PaginatedBook | undefined;
	readonly report: Report;
}

export interface Settings {
	/** Code that runs in tabs of their own, after all other. */
	readonly script?: string;
	readonly unitLimit?: number;
	readonly page?: PageChoices;
}

/** Lays hand-made units out in the real browser, in the real type and on the real page. */
export interface Press {
	readonly lay: (units: readonly Unit[], settings?: Settings) => Promise<Laid>;
	/** What stands on each page as it is printed. */
	readonly measure: (book: PaginatedBook) => Promise<readonly (readonly Block[])[]>;
	/** Indices of the pages whose notes are printed over the text. */
	readonly overprints: (book: PaginatedBook) => Promise<readonly number[]>;
	/** The pages as one print of the browser. */
	readonly pdf: (book: PaginatedBook) => Promise<Uint8Array>;
	readonly close: () => Promise<void>;
}

export async function openPress(): Promise<Press> {
	const house = await ownHouse();
	const { version, workshop } = await startBrowser();
	const shelf = await asciiShelf(house.styles.get('book.css') ?? '');
	const own = [...(await readPagingScripts()), ...(await readPrintScripts()), await pageCode('measure.js')];
	const open = (scripts: readonly string[]) => openTabs({ version, workshop, count: 2, scripts });
	const tabs = await open(own);
	const show = (book: PaginatedBook, work: (tab: Tab) => Promise<unknown>) =>
		tabs.use(shelf, async (tab) => {
			await showSheets(tab, book, { css: house.styles.get('sheet.css') ?? '' });
			const answer = await work(tab);
			await tab.call('clearSheets', null);
			return answer;
		});
	return {
		lay: async (units, { script, unitLimit = 30_000, page } = {}) => {
			const report = createReport();
			const crew = script === undefined ? tabs : await open([...own, script]);
			const book = await paginate(edition({ languages: ['en'], units, ...(page ? { page } : {}) }), {
				tabs: crew,
				shelf,
				pageCss: house.styles.get('page.css') ?? '',
				store: noStore,
				memo: createMemo(),
				unitLimit,
				detail: async (_name, work) => await work(),
				report: report.add,
				progress() {},
			});
			return { book, report };
		},
		measure: async (book) =>
			(await show(book, (tab) => tab.call('measure', null))) as readonly (readonly Block[])[],
		overprints: async (book) =>
			(await show(book, (tab) => tab.call('overprints', null))) as readonly number[],
		pdf: async (book) => (await show(book, (tab) => tab.pdf())) as Uint8Array,
		close: async () => {
			await tabs.close();
			await (await workshop).close();
		},
	};
}

export interface ShowOptions {
	/** styles/sheet.css */
	readonly css: string;
	/** Round the pages, as they are printed. */
	readonly room?: Room;
}

/** Shows a whole book in one tab, every page with all that stands on it; links lead where they say. */
export async function showSheets(tab: Tab, book: PaginatedBook, options: ShowOptions): Promise<void> {
	const { css, room } = options;
	const html = sheetsHtml(book.pages.map(wholePage));
	await tab.call('showSheets', { html, css: sizeRules(book.geometry, room) + css });
}

/** Code for a tab, from this folder. */
export function pageCode(name: string): Promise<string> {
	return readFile(new URL(name, import.meta.url), 'utf8');
}

/** One cut of the fonts serves all tests. */
async function asciiShelf(css: string): Promise<Shelf> {
	const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
	const sample = unit('sample', { body: { type: 'root', children: [text(`${characters}\u2010\u00ad`)] } });
	const whole = edition({ units: [sample] });
	return fillShelf(whole, await cutFonts(whole, createReport().add), css);
}

/** An English piece of this body. */
export function english(id: string, html: string, rest: Partial<Unit> = {}): Unit {
	const body = tree(`<section class="unit piece" lang="en"><div class="piece-body">${html}</div></section>`);
	return unit(id, { lang: 'en', body, file: `${id}.en.md`, ...rest });
}

import { readFile } from 'node:fs/promises';
import { noStore } from '../../scripts/cache/index.ts';
import { createReport, type Report } from '../../scripts/diagnostics/index.ts';
import { cutFonts, fillShelf } from '../../scripts/fonts/index.ts';
import type { PaginatedBook, Shelf, Unit, Workshop } from '../../scripts/model/index.ts';
import { paginate } from '../../scripts/paginate/index.ts';
import { sheetDocument } from '../../scripts/print/sheet-document.ts';
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
	readonly workshop?: Workshop;
	readonly unitLimit?: number;
}

/** Lays hand-made units out in the real browser, in the real type and on the real page. */
export interface Press {
	readonly workshop: Workshop;
	readonly lay: (units: readonly Unit[], settings?: Settings) => Promise<Laid>;
	/** What stands on each page as it is printed. */
	readonly measure: (book: PaginatedBook) => Promise<readonly (readonly Block[])[]>;
	/** Indices of the pages whose notes are printed over the text. */
	readonly overprints: (book: PaginatedBook) => Promise<readonly number[]>;
	readonly pdf: (book: PaginatedBook) => Promise<Uint8Array>;
	readonly close: () => Promise<void>;
}

export async function openPress(): Promise<Press> {
	const house = await ownHouse();
	const workshop = await startBrowser();
	const shelf = await asciiShelf(house.styles.get('book.css') ?? '');
	const sheet = async (book: PaginatedBook, scripts: readonly string[]) => {
		const css = `${shelf.css}\n${house.styles.get('sheet.css')}`;
		const html = sheetDocument({ title: 'Test', lang: 'en', css, ...book });
		return await workshop.openTab({ html, resources: shelf.resources, scripts });
	};
	const ask = async (book: PaginatedBook, question: string) => {
		const tab = await sheet(book, [await pageCode('measure.js')]);
		const answer = await tab.call(question, undefined);
		await tab.close();
		return answer;
	};
	return {
		workshop,
		lay: async (units, settings = {}) => {
			const report = createReport();
			const book = await paginate(edition({ languages: ['en'], units }), {
				workshop,
				shelf: Promise.resolve(shelf),
				pageCss: house.styles.get('page.css') ?? '',
				store: noStore,
				jobs: 2,
				unitLimit: 30_000,
				report: report.add,
				progress() {},
				...settings,
			});
			return { book, report };
		},
		measure: async (book) => (await ask(book, 'measure')) as readonly (readonly Block[])[],
		overprints: async (book) => (await ask(book, 'overprints')) as readonly number[],
		pdf: async (book) => {
			const tab = await sheet(book, []);
			const bytes = await tab.pdf();
			await tab.close();
			return bytes;
		},
		close: () => workshop.close(),
	};
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

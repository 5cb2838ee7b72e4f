import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, FontSet, PaginatedBook, Shelf, Workshop } from '../model/index.ts';
import { finishPdf, type Inspect } from './finish.ts';
import { sheetDocument } from './sheet-document.ts';

export type { Inspect };

export interface PrintOptions {
	readonly workshop: Workshop;
	readonly shelf: Shelf;
	/** Page boxes, running heads, folios. */
	readonly sheetCss: string;
	readonly fonts: FontSet;
	readonly report: Reporter;
	readonly inspect: Inspect;
}

/** The finished pages in a tab, ready for the outputs that are made of them. */
export interface Sheets {
	/** The cover as a PNG, for the EPUB; taken after a print that has begun, while Node works on its bytes. */
	readonly cover: () => Promise<Uint8Array>;
	/** Prints in one go, so that tags, links and destinations are whole, and finishes the PDF. */
	readonly pdf: () => Promise<Uint8Array>;
	readonly close: () => Promise<void>;
}

/** Scale of the cover picture: at 2 an A4 page becomes 1586 × 2244 pixels. */
const coverScale = 2;

/** Lays the pages of a book out in one document and fills the folios of its contents in. */
export async function openSheets(
	edition: Edition,
	book: PaginatedBook,
	options: PrintOptions,
): Promise<Sheets> {
	const { workshop, shelf, sheetCss, report } = options;
	const script = await readFile(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8');
	const { width, height } = book.geometry.page;
	const tab = await workshop.openTab({
		html: sheetDocument({
			title: edition.metadata.title,
			lang: edition.languages[0] ?? 'en',
			pages: book.pages,
			geometry: book.geometry,
			css: `${shelf.css}\n${sheetCss}`,
		}),
		resources: shelf.resources,
		scripts: [script],
		// The cover is the first page, and so what the window shows.
		viewport: { width: Math.floor(width), height: Math.floor(height) },
	});
	const print = async (): Promise<Uint8Array> => {
		const labels: Record<string, string> = {};
		for (const [id, index] of book.map.pageOf) labels[id] = book.map.labels[index] ?? '';
		const unknown = (await tab.call('fillPageRefs', labels)) as string[];
		for (const id of unknown) {
			report('pdf-link', `The contents lead to "${id}", which stands on no page.`, edition.id);
		}
		return await tab.pdf();
	};
	let printing: Promise<Uint8Array> | undefined;
	return {
		cover: async () => {
			await printing;
			return await tab.screenshot(coverScale);
		},
		pdf: async () => {
			printing = print();
			const bytes = await printing;
			for (const url of tab.missing()) {
				report('resource-refused', `A page asks for ${url}, which is not in the book.`, edition.id);
			}
			return await finishPdf(bytes, edition, book, options);
		},
		close: tab.close,
	};
}

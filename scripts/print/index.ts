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

/** Prints the paginated book in one go, so that tags, links and destinations are whole, and finishes the PDF. */
export async function printScreen(
	edition: Edition,
	book: PaginatedBook,
	options: PrintOptions,
): Promise<Uint8Array> {
	const { workshop, shelf, sheetCss } = options;
	const script = await readFile(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8');
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
	});
	try {
		const labels: Record<string, string> = {};
		for (const [id, index] of book.map.pageOf) labels[id] = book.map.labels[index] ?? '';
		const unknown = (await tab.call('fillPageRefs', labels)) as string[];
		for (const id of unknown)
			options.report('pdf-link', `The contents lead to "${id}", which stands on no page.`, edition.id);
		for (const url of tab.missing())
			options.report('resource-refused', `A page asks for ${url}, which is not in the book.`, edition.id);
		const bytes = await tab.pdf();
		return await finishPdf(bytes, edition, book, options);
	} finally {
		await tab.close();
	}
}

/** Scale of the cover picture: at 2 an A4 page becomes 1588 × 2246 pixels. */
const coverScale = 2;

/** The cover page as a PNG, for the EPUB. */
export async function renderCover(
	edition: Edition,
	book: PaginatedBook,
	options: PrintOptions,
): Promise<Uint8Array> {
	const pages = book.pages.filter((page) => page.kind === 'cover').slice(0, 1);
	const { width, height } = book.geometry.page;
	const tab = await options.workshop.openTab({
		html: sheetDocument({
			title: edition.metadata.title,
			lang: edition.languages[0] ?? 'en',
			pages,
			geometry: book.geometry,
			css: `${options.shelf.css}\n${options.sheetCss}`,
		}),
		resources: options.shelf.resources,
		viewport: { width: Math.floor(width), height: Math.floor(height) },
	});
	try {
		return await tab.screenshot(coverScale);
	} finally {
		await tab.close();
	}
}

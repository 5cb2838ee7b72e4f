import type { PaginatedBook, Shelf, Tabs } from '../model/index.ts';
import { innerAddress } from './inner-links.ts';
import { sheetsHtml, sizeRules, wholePage } from './sheets.ts';

export interface PictureOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	readonly sheetCss: string;
}

/** At 2 an A4 page becomes 1586 × 2244 pixels. */
const scale = 2;

/** The first page of a book as a PNG, for the cover of its EPUB. */
export async function takePicture(book: PaginatedBook, options: PictureOptions): Promise<Uint8Array> {
	const { tabs, shelf, sheetCss } = options;
	const html = sheetsHtml(book.pages.slice(0, 1).map(wholePage));
	const css = sizeRules(book.geometry) + sheetCss;
	const { width, height } = book.geometry.page;
	const size = { width: Math.floor(width), height: Math.floor(height) };
	return await tabs.use(shelf, async (tab) => {
		await tab.call('showSheets', { html, css, innerAddress });
		try {
			return await tab.screenshot(size, scale);
		} finally {
			await tab.call('clearSheets', null);
		}
	});
}

import type { PaginatedBook, Shelf, Tabs } from '../model/index.ts';
import { sheetsHtml, sizeRules, wholePage } from './sheets.ts';

export interface PictureOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	readonly sheetCss: string;
}

/** What shops ask of a cover at least, in pixels (Kindle Direct Publishing, Cover Image Guidelines: the ideal size). */
const least = { width: 1600, height: 2560 };

/** The first page of a book as a PNG of at least 1600 × 2560 pixels, for the cover of its EPUB. */
export async function takePicture(book: PaginatedBook, options: PictureOptions): Promise<Uint8Array> {
	const { tabs, shelf, sheetCss } = options;
	const html = sheetsHtml(book.pages.slice(0, 1).map(wholePage));
	const css = sizeRules(book.geometry) + sheetCss;
	const { width, height } = book.geometry.page;
	const size = { width: Math.floor(width), height: Math.floor(height) };
	const scale = coverScale(size);
	return await tabs.use(shelf, async (tab) => {
		await tab.call('showSheets', { html, css });
		try {
			return await tab.screenshot(size, scale);
		} finally {
			await tab.call('clearSheets', null);
		}
	});
}

/** Pixels for one CSS px, so that a page reaches both sides; in hundredths, so that none falls short by a part of a pixel. */
export function coverScale({ width, height }: { readonly width: number; readonly height: number }): number {
	return Math.ceil(100 * Math.max(least.width / width, least.height / height)) / 100;
}

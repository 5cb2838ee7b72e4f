import type { Geometry, Memo, Shelf, Store, Tab, Tabs } from '../model/index.ts';
import type { Part } from './part.ts';
import { decodePart, encodePart } from './part-file.ts';
import { partKey } from './part-key.ts';
import { innerAddress, readPart } from './read-part.ts';
import { type SheetBox, sheetsHtml, sizeRules } from './sheets.ts';

export interface PartPrinter {
	readonly tabs: Tabs;
	readonly store: Store;
	readonly shelf: Shelf;
	/** styles/sheet.css */
	readonly sheetCss: string;
	readonly geometry: Geometry;
	/** PostScript names of the book's faces. */
	readonly names: ReadonlySet<string>;
	readonly memo: Memo;
	/** Addresses that a page asks for in vain. */
	readonly refused: (address: string) => void;
	/** Keeps the time of a step. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
	/** A part was printed, and not taken from the store. */
	readonly printed: () => void;
}

/** CSS px to pt: 96 and 72 to the inch. */
export const pointsPerPixel = 0.75;

const room = 'parts';

/** Prints page boxes as a part, or takes the part that was printed from the same boxes. */
export async function printPart(boxes: readonly SheetBox[], printer: PartPrinter): Promise<Part> {
	const html = sheetsHtml(boxes);
	const css = sizeRules(printer.geometry) + printer.sheetCss;
	const key = await partKey(html, css, printer);
	const kept = printer.memo.recall<{ part?: Promise<Part> }>(room, key, () => ({}));
	kept.part ??= makePart(key, html, css, printer);
	try {
		return await kept.part;
	} catch (error) {
		// What failed is tried again by the next build.
		delete kept.part;
		throw error;
	}
}

async function makePart(key: string, html: string, css: string, printer: PartPrinter): Promise<Part> {
	const stored = await printer.store.get(room, key);
	const found = stored && decodePart(stored);
	if (found) return found;
	const { tabs, shelf, names, detail } = printer;
	const print = await tabs.use(shelf, (tab) => detail('print a part', () => printSheets(tab, html, css)));
	for (const address of print.missing) printer.refused(address);
	const part = await detail('read a part', () => readPart(print.bytes, print.anchors, names));
	printer.printed();
	if (print.missing.length === 0 && part.faults.length === 0)
		void printer.store.put(room, key, encodePart(part));
	return part;
}

async function printSheets(tab: Tab, html: string, css: string) {
	const pixels = (await tab.call('showSheets', { html, css, innerAddress })) as Record<
		string,
		[number, number]
	>[];
	try {
		const bytes = await tab.pdf();
		const anchors = pixels.map((page) =>
			Object.fromEntries(Object.entries(page).map(([id, place]) => [id, toPoints(place)])),
		);
		return { bytes, anchors, missing: [...tab.missing()] };
	} finally {
		await tab.call('clearSheets', null);
	}
}

function toPoints([x, y]: readonly [number, number]): readonly [number, number] {
	return [x * pointsPerPixel, y * pointsPerPixel];
}

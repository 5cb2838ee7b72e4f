import type { Geometry, Memo, Shelf, Store, Tab, Tabs } from '../model/index.ts';
import { innerAddress } from './inner-links.ts';
import type { Box, Part } from './part.ts';
import { decodePart, encodePart } from './part-file.ts';
import { partKey } from './part-key.ts';
import { readPart, type Seen } from './read-part.ts';
import type { Room } from './room.ts';
import { type SheetBox, sheetsHtml, sizeRules } from './sheets.ts';

export interface PartPrinter {
	readonly tabs: Tabs;
	readonly store: Store;
	readonly shelf: Shelf;
	/** styles/sheet.css */
	readonly sheetCss: string;
	readonly geometry: Geometry;
	/** Round the page, for what reaches beyond the trim. */
	readonly room: Room;
	/** PostScript names of the book's faces. */
	readonly names: ReadonlySet<string>;
	readonly memo: Memo;
	/** Addresses that a page asks for in vain. */
	readonly refused: (address: string) => void;
	/** Keeps the time of a step. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
	/** A part was printed, and not taken from the store. */
	readonly printed: () => void;
	/** Is told of each part as soon as it is there, with what its pages are known by: index in the book, or name. */
	readonly ready?: PartReady;
}

export type PartReady = (part: Part, pages: readonly (number | string)[]) => void;

/** CSS px to pt: 96 and 72 to the inch. */
export const pointsPerPixel = 0.75;

const room = 'parts';

/** Prints page boxes as a part, or takes the part that was printed from the same boxes. */
export async function printPart(boxes: readonly SheetBox[], printer: PartPrinter): Promise<Part> {
	const html = sheetsHtml(boxes);
	const css = sizeRules(printer.geometry, printer.room) + printer.sheetCss;
	const key = await partKey(html, css, printer);
	const kept = printer.memo.recall<{ made?: Promise<Made> }>(room, key, () => ({}));
	kept.made ??= makePart(key, { html, css, count: boxes.length }, printer);
	try {
		const { part, missing } = await kept.made;
		for (const address of missing) printer.refused(address);
		return part;
	} catch (error) {
		// What failed is tried again by the next build.
		delete kept.made;
		throw error;
	}
}

interface Made {
	readonly part: Part;
	/** Addresses that it asked for in vain. */
	readonly missing: readonly string[];
}

interface Sheets {
	readonly html: string;
	readonly css: string;
	readonly count: number;
}

async function makePart(key: string, sheets: Sheets, printer: PartPrinter): Promise<Made> {
	const stored = await printer.store.get(room, key);
	const found = stored && decodePart(stored);
	if (found) return { part: found, missing: [] };
	const { tabs, shelf, names, detail } = printer;
	const { count } = sheets;
	const print = await tabs.use(shelf, (tab) =>
		detail(`print ${count} pages`, () => printSheets(tab, sheets)),
	);
	const part = await detail(`read ${count} pages`, () =>
		readPart(print.bytes, (height) => seenOf(print.shown, height), names),
	);
	printer.printed();
	if (print.missing.length === 0 && part.faults.length === 0)
		void printer.store.put(room, key, encodePart(part));
	return { part, missing: print.missing };
}

async function printSheets(tab: Tab, { html, css }: Sheets) {
	const shown = (await tab.call('showSheets', { html, css, innerAddress })) as Shown;
	try {
		const bytes = await tab.pdf();
		return { bytes, shown, missing: [...tab.missing()] };
	} finally {
		await tab.call('clearSheets', null);
	}
}

/** What the tab tells of the sheets that it shows, in CSS px from the left and upper edge of each. */
interface Shown {
	readonly pages: readonly {
		readonly anchors: Readonly<Record<string, readonly [number, number]>>;
		readonly pictures: readonly { readonly source: string; readonly box: Edges }[];
		readonly changes?: readonly (readonly [top: number, bottom: number])[];
	}[];
	readonly details: readonly { readonly alt: string; readonly box: Edges }[];
}

/** Left, upper, right and lower edge. */
type Edges = readonly [number, number, number, number];

function seenOf({ pages, details }: Shown, height: number): Seen {
	const toBox = ([left, top, right, bottom]: Edges): Box => [
		left * pointsPerPixel,
		height - bottom * pointsPerPixel,
		right * pointsPerPixel,
		height - top * pointsPerPixel,
	];
	const toBar = ([top, bottom]: readonly [number, number]) =>
		[height - bottom * pointsPerPixel, height - top * pointsPerPixel] as const;
	return {
		pages: pages.map(({ anchors, pictures, changes }) => ({
			anchors: Object.fromEntries(
				Object.entries(anchors).map(([id, [x, y]]) => [id, [x * pointsPerPixel, y * pointsPerPixel]]),
			),
			pictures: pictures.map(({ source, box }) => ({ source, box: toBox(box) })),
			...(changes ? { changes: changes.map(toBar) } : {}),
		})),
		details: details.map(({ alt, box }) => ({ alt, box: toBox(box) })),
	};
}

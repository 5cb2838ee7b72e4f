import type { Edition, Page, PaginatedBook, PrintedPicture } from '../model/index.ts';
import { barePart } from './bare-part.ts';
import {
	type BookPrinter,
	countParts,
	facesOf,
	openPrinter,
	type PrintOptions,
	type Prints,
	placeOf,
	printPages,
	printSets,
	sheetsOf,
} from './book-prints.ts';
import { pressFrame } from './frame.ts';
import { furnish, furnitureOf } from './furniture.ts';
import { type HeavyOptions, type InkedPart, tellHeavyImages } from './heavy-images.ts';
import type { PrintedBook } from './index.ts';
import { slugForMarks } from './marks.ts';
import type { OutputIntent } from './output-intent.ts';
import { setPageLabels } from './page-labels.ts';
import type { Part } from './part.ts';
import { joinPress } from './press-file.ts';
import { pressPages } from './press-pages.ts';
import type { PartReady } from './print-part.ts';
import { layersOf, type Print, type Sheet } from './sheet.ts';

/** How what the browser printed becomes ink. */
export interface PressInks {
	/** The same for inks that turn the same part into the same. */
	readonly key: string;
	readonly convert: (part: Part) => Promise<InkedPart>;
	readonly intent?: OutputIntent;
}

export interface PressOptions extends PrintOptions {
	readonly inks: PressInks;
}

export interface PrintedPress extends PrintedBook {
	/** Every image of its pages, in the order in which they come. */
	readonly pictures: readonly PrintedPicture[];
}

/**
 * The inside of a book for a printer, from the same parts as the edition for screens: bleed and marks round the page,
 * no links, no tags, a half title in place of the cover, and blanks at the end of the last sheet.
 */
export async function printPress(
	edition: Edition,
	book: PaginatedBook,
	options: PressOptions,
): Promise<PrintedPress> {
	const { press } = edition;
	const pages = pressPages(book, press.pages);
	const printer = openPrinter(edition, book, { ...options, ready: inkAhead(pages, book, options) });
	const prints = await printInside(book, pages, printer);
	printer.tell();
	const sheets = sheetsOf(pages, prints, book);
	const surround = { bleed: press.bleed, slug: press.marks ? slugForMarks : 0 };
	const heavy = {
		labels: pages.map(({ label }) => label),
		totalInk: press.totalInk,
		edition: edition.id,
		report: options.report,
	};
	const joined = await options.detail('join the parts for the press', async () =>
		joinPress({
			sheets: await ink(sheets, heavy, options),
			frame: pressFrame(book.trim, placeOf(edition, book), surround),
			...facesOf(options),
			edition,
			kind: 'print',
			color: press.color,
			labels: (shell) => setPageLabels(shell, pages),
			...(options.inks.intent ? { intent: options.inks.intent } : {}),
		}),
	);
	return { ...joined, parts: countParts(prints), printed: printer.count(), pictures: picturesOf(sheets) };
}

/** The parts of the edition for screens, and one more for what only the printer gets: the half title, some grounds. */
async function printInside(
	book: PaginatedBook,
	pages: readonly Page[],
	printer: BookPrinter,
): Promise<Prints> {
	const common = new Set<Page>(book.pages);
	const own = pages.filter((page) => !common.has(page));
	const known = new Set(furnish(book.pages).flatMap((set) => [...set.keys()]));
	const sets = furnish(own)
		.map((set) => new Map([...set].filter(([name]) => !known.has(name))))
		.filter((set) => set.size > 0);
	const gatherings = own.flatMap((page) => (page.unit === undefined ? [] : [[page]]));
	const [shared, added] = await Promise.all([
		printPages(book.pages, printer),
		printSets(gatherings, sets, printer),
	]);
	return {
		texts: new Map([...shared.texts, ...added.texts]),
		furniture: new Map([...shared.furniture, ...added.furniture]),
	};
}

function picturesOf(sheets: readonly Sheet[]): readonly PrintedPicture[] {
	return sheets.flatMap(({ unit = '', text }) => {
		const { pictures = [] } = text?.part.pages[text.page] ?? {};
		return pictures.map(({ source, box: [left, lower, right, upper] }) => {
			return { source, unit, width: right - left, height: upper - lower };
		});
	});
}

/** Puts parts into ink while the browser still prints others. */
function inkAhead(pages: readonly Page[], book: PaginatedBook, options: PressOptions): PartReady {
	const common = new Set<Page>(book.pages);
	const used = new Set<number | string>(
		pages.flatMap((page) => {
			const { ground, over } = furnitureOf(page);
			return [...(common.has(page) ? [page.index] : []), ground, ...over];
		}),
	);
	return (part, keys) => {
		const numbers = keys.flatMap((key, number) => (used.has(key) ? [number] : []));
		// What goes wrong is seen where the part is needed.
		if (numbers.length > 0) inkOf(part, numbers, options).catch(() => {});
	};
}

/** Pages of a part in ink, by their numbers in order. */
async function inkOf(
	part: Part,
	numbers: readonly number[],
	{ memo, inks }: PressOptions,
): Promise<InkedPart> {
	const key = JSON.stringify([memo.nameOf(part), numbers, inks.key]);
	return await memo.recall('parts in ink', key, () => inInk(part, new Set(numbers), inks));
}

/** Bare once more: inks leave behind what only colours of the screen needed. */
async function inInk(part: Part, pages: ReadonlySet<number>, inks: PressInks): Promise<InkedPart> {
	const inked = await inks.convert(barePart(part, pages));
	return { ...barePart(inked, pages), ...(inked.heavy ? { heavy: inked.heavy } : {}) };
}

/** The sheets with their parts in ink, without what only readers on screens need. */
async function ink(
	sheets: readonly Sheet[],
	heavy: HeavyOptions,
	options: PressOptions,
): Promise<readonly Sheet[]> {
	const used = new Map<Part, Set<number>>();
	for (const { part, page } of sheets.flatMap(layersOf)) {
		const pages = used.get(part) ?? new Set();
		used.set(part, pages.add(page));
	}
	const inked = new Map<Part, InkedPart>();
	await Promise.all(
		[...used].map(async ([part, pages]) => {
			const numbers = [...pages].sort((a, b) => a - b);
			inked.set(part, await inkOf(part, numbers, options));
		}),
	);
	tellHeavyImages(sheets, inked, heavy);
	const swap = ({ part, page }: Print): Print => ({ part: inked.get(part) ?? part, page });
	return sheets.map(({ text, ground, over, shift }) => ({
		...(text ? { text: swap(text) } : {}),
		...(ground ? { ground: swap(ground) } : {}),
		over: over.map(swap),
		shift,
	}));
}

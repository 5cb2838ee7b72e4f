import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, FontSet, Memo, Page, PaginatedBook, Shelf, Store, Tabs } from '../model/index.ts';
import { changeBars } from './change-bars.ts';
import { type CutToGlyphs, type PackFont, packFont } from './font-objects.ts';
import type { PrintedPlace } from './frame.ts';
import { type FurnitureSet, furnish, furnitureOf } from './furniture.ts';
import { gather } from './gatherings.ts';
import type { Joinery } from './join.ts';
import type { Part } from './part.ts';
import { type PartPrinter, pointsPerPixel, printPart } from './print-part.ts';
import { type Room, roomFor, sheetSize } from './room.ts';
import type { Print, Sheet } from './sheet.ts';
import { blockLeft, type SheetBox } from './sheets.ts';

export interface PrintOptions {
	readonly tabs: Tabs;
	readonly shelf: Shelf;
	/** Page boxes, running heads, folios. */
	readonly sheetCss: string;
	readonly fonts: FontSet;
	readonly cut: CutToGlyphs;
	readonly store: Store;
	readonly memo: Memo;
	readonly report: Reporter;
	/** Keeps the time of a step. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Prints boxes of one book, and keeps account of it. */
export interface BookPrinter extends PartPrinter {
	/** Parts that were printed, and not taken from the store. */
	readonly count: () => number;
	/** Reports what the pages asked for in vain. */
	readonly tell: () => void;
}

/** Pages of all editions of a book are printed alike: with room for the bleed, which a screen does not show. */
export function openPrinter(
	edition: Edition,
	book: PaginatedBook,
	options: PrintOptions & Pick<PartPrinter, 'ready'>,
): BookPrinter {
	let printed = 0;
	const refused = new Set<string>();
	return {
		...options,
		geometry: book.geometry,
		room: roomOf(edition, book),
		names: new Set(options.fonts.map((face) => face.postScriptName)),
		refused: (address) => void refused.add(address),
		printed: () => void printed++,
		count: () => printed,
		tell: () => {
			for (const address of [...refused].sort()) {
				const message = `A page asks for ${address}, which is not in the book.`;
				options.report('resource-refused', message, edition.id);
			}
		},
	};
}

export interface Prints {
	/** The text of each page, by index in the book. */
	readonly texts: ReadonlyMap<number, Print>;
	/** Grounds, running heads and folios by name. */
	readonly furniture: ReadonlyMap<string, Print>;
}

/** The parts that a book is printed in: its texts in gatherings, side by side with all furniture. */
export async function printPages(pages: readonly Page[], printer: PartPrinter): Promise<Prints> {
	return await printSets(
		gather(pages).map((gathering) => gathering.pages),
		furnish(pages),
		printer,
	);
}

/** Prints each list of pages, and each set of furniture, as a part. */
export async function printSets(
	gatherings: readonly (readonly Page[])[],
	sets: readonly FurnitureSet[],
	printer: PartPrinter,
): Promise<Prints> {
	const texts = new Map<number, Print>();
	const furniture = new Map<string, Print>();
	const keep = <K extends number | string>(map: Map<K, Print>, keys: readonly K[], part: Part) => {
		printer.ready?.(part, keys);
		keys.forEach((key, page) => void map.set(key, { part, page }));
	};
	await Promise.all([
		...gatherings.map(async (pages) => {
			const part = await printPart(pages.map(textLayer), printer);
			keep(
				texts,
				pages.map((page) => page.index),
				part,
			);
		}),
		...sets.map(async (set) => {
			keep(furniture, [...set.keys()], await printPart([...set.values()], printer));
		}),
	]);
	return { texts, furniture };
}

/** How many parts hold what was printed. */
export function countParts({ texts, furniture }: Prints): number {
	return new Set([...texts.values(), ...furniture.values()].map(({ part }) => part)).size;
}

/** Puts each page together from what was printed of it. */
export function sheetsOf(pages: readonly Page[], prints: Prints, { geometry }: PaginatedBook): Sheet[] {
	const shift = (blockLeft(geometry, 'verso') - blockLeft(geometry, 'recto')) * pointsPerPixel;
	return pages.map((page) => sheetOf(page, prints, shift));
}

/** Puts bars beside what changed on the pages of a proof. */
export function withBars(
	sheets: readonly Sheet[],
	pages: readonly Page[],
	edition: Edition,
	book: PaginatedBook,
): Sheet[] {
	const room = roomOf(edition, book);
	return sheets.map((sheet, index) => {
		const page = sheet.text?.part.pages[sheet.text.page];
		const { side } = pages[index] ?? {};
		return page?.changes && side ? { ...sheet, bars: changeBars(page, side, book.geometry, room) } : sheet;
	});
}

/** Where the pages of a book lie on the sheets that the browser printed. */
export function placeOf(edition: Edition, book: PaginatedBook): PrintedPlace {
	const room = roomOf(edition, book);
	const [width, height] = sheetSize(book.geometry, room);
	return {
		sheet: [width * pointsPerPixel, height * pointsPerPixel],
		left: room.x * pointsPerPixel,
		top: room.y * pointsPerPixel,
	};
}

/** The faces that a file embeds, each cut once for the same glyphs. */
export function facesOf({
	fonts,
	memo,
	cut,
}: Pick<PrintOptions, 'fonts' | 'cut' | 'memo'>): Pick<Joinery, 'faces' | 'pack'> {
	const pack: PackFont = (face, glyphs) => {
		const key = JSON.stringify([face.file, face.digest, glyphs]);
		return memo.recall('packed fonts', key, () => packFont(face, glyphs, cut));
	};
	return { faces: new Map(fonts.map((face) => [face.postScriptName, face])), pack };
}

/** Room round the pages of a book for what reaches beyond the trim. */
export function roomOf({ press }: Edition, { geometry }: PaginatedBook): Room {
	return roomFor(press.bleed, blockLeft(geometry, 'verso') - blockLeft(geometry, 'recto'));
}

/** The text of a page, printed as if on a recto: on which side it will lie is not known for long. */
function textLayer({ lang, kind, body, notes }: Page): SheetBox {
	return { side: 'recto', lang, kind, text: { body, notes }, layer: 'text-layer' };
}

function sheetOf(page: Page, { texts, furniture }: Prints, shift: number): Sheet {
	const { ground, over } = furnitureOf(page);
	const text = page.unit === undefined ? undefined : texts.get(page.index);
	const under = furniture.get(ground);
	return {
		...(page.unit === undefined ? {} : { unit: page.unit }),
		lang: page.lang,
		...(text ? { text } : {}),
		...(under ? { ground: under } : {}),
		over: over.flatMap((name) => furniture.get(name) ?? []),
		shift: page.side === 'verso' ? shift : 0,
	};
}

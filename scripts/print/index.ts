import type { Reporter } from '../diagnostics/index.ts';
import type {
	Archive,
	Edition,
	FontSet,
	Memo,
	Page,
	PaginatedBook,
	Shelf,
	Store,
	Tabs,
} from '../model/index.ts';
import { setArchive } from './archive.ts';
import { archiveProperties } from './archive-xmp.ts';
import { accessible, documentXmp } from './document-xmp.ts';
import { type CutToGlyphs, packFont } from './font-objects.ts';
import { furnish, furnitureOf } from './furniture.ts';
import { gather } from './gatherings.ts';
import { type Joined, join } from './join.ts';
import { setMetadata } from './metadata.ts';
import { setOutline } from './outline.ts';
import { setPageLabels } from './page-labels.ts';
import type { Part } from './part.ts';
import { type PartPrinter, pointsPerPixel, printPart } from './print-part.ts';
import type { Print, Sheet } from './sheet.ts';
import { blockLeft, type SheetBox } from './sheets.ts';

export { takePicture } from './picture.ts';
export { readPrintScripts } from './scripts.ts';
export type { Joined };

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
	/** Makes it an archive edition. */
	readonly archive?: Archive;
	/** Whether readers can show its first page before they have the rest. */
	readonly linearize?: boolean;
	/** Keeps the time of a step. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export interface PrintedBook extends Joined {
	/** How many parts the file was joined from, and how many of them were printed for it. */
	readonly parts: number;
	readonly printed: number;
}

/**
 * Prints the pages of a book in parts, side by side, and joins the parts to one PDF with metadata, outline and page
 * labels. A part that was printed before is not printed again.
 */
export async function printBook(
	edition: Edition,
	book: PaginatedBook,
	options: PrintOptions,
): Promise<PrintedBook> {
	const { fonts, report } = options;
	let printed = 0;
	const refused = new Set<string>();
	const printer: PartPrinter = {
		...options,
		geometry: book.geometry,
		names: new Set(fonts.map((face) => face.postScriptName)),
		refused: (address) => void refused.add(address),
		printed: () => void printed++,
	};
	const prints = await printAll(book.pages, printer);
	for (const address of [...refused].sort()) {
		report('resource-refused', `A page asks for ${address}, which is not in the book.`, edition.id);
	}
	const { width, height } = book.geometry.page;
	const shift = (blockLeft(book.geometry, 'verso') - blockLeft(book.geometry, 'recto')) * pointsPerPixel;
	const joined = await options.detail('join the parts', () =>
		join({
			sheets: book.pages.map((page) => sheetOf(page, prints, shift)),
			size: prints.texts.get(0)?.part.size ?? [width * pointsPerPixel, height * pointsPerPixel],
			lang: edition.languages[0] ?? 'und',
			faces: new Map(fonts.map((face) => [face.postScriptName, face])),
			pack: (face, glyphs) => {
				const key = JSON.stringify([face.file, face.digest, glyphs]);
				return options.memo.recall('packed fonts', key, () => packFont(face, glyphs, options.cut));
			},
			xmp: documentXmp(edition, [
				accessible,
				...(options.archive ? archiveProperties(options.archive.level) : []),
			]),
			finish: (shell, pages) => {
				setMetadata(shell, edition);
				setOutline(shell, edition.toc, book.map, pages);
				setPageLabels(shell, book.pages);
				if (options.archive) setArchive(shell, edition, options.archive);
			},
		}),
	);
	const parts = new Set([...prints.texts.values(), ...prints.furniture.values()].map(({ part }) => part));
	const bytes = options.linearize
		? await options.detail('linearize', async () => {
				const { linearize } = await import('./linearize.ts');
				return await linearize(joined.bytes);
			})
		: joined.bytes;
	return { ...joined, bytes, parts: parts.size, printed };
}

interface Prints {
	/** The text of each page, by index in the book. */
	readonly texts: ReadonlyMap<number, Print>;
	/** Grounds, running heads and folios by name. */
	readonly furniture: ReadonlyMap<string, Print>;
}

async function printAll(pages: readonly Page[], printer: PartPrinter): Promise<Prints> {
	const texts = new Map<number, Print>();
	const furniture = new Map<string, Print>();
	const keep = <K>(map: Map<K, Print>, keys: readonly K[], part: Part) => {
		keys.forEach((key, page) => void map.set(key, { part, page }));
	};
	await Promise.all([
		...gather(pages).map(async (gathering) => {
			const part = await printPart(gathering.pages.map(textLayer), printer);
			keep(
				texts,
				gathering.pages.map((page) => page.index),
				part,
			);
		}),
		...furnish(pages).map(async (set) => {
			keep(furniture, [...set.keys()], await printPart([...set.values()], printer));
		}),
	]);
	return { texts, furniture };
}

/** The text of a page, printed as if on a recto: on which side it will lie is not known for long. */
function textLayer({ lang, kind, body, notes }: Page): SheetBox {
	return { side: 'recto', lang, kind, text: { body, notes }, layer: 'text-layer' };
}

function sheetOf(page: Page, { texts, furniture }: Prints, shift: number): Sheet {
	const { ground, over } = furnitureOf(page);
	const text = texts.get(page.index);
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

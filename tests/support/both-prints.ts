import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { compose } from '../../scripts/compose/index.ts';
import { composeEdition } from '../../scripts/compose-edition.ts';
import { cutFonts, cutToGlyphs, fillShelf } from '../../scripts/fonts/index.ts';
import type {
	Edition,
	EditionChoice,
	FontSet,
	Lang,
	Layout,
	PaginatedBook,
	Shelf,
	Sync,
} from '../../scripts/model/index.ts';
import { paginate } from '../../scripts/paginate/index.ts';
import { readBook, type World } from '../../scripts/pipeline.ts';
import { placeOf, roomOf } from '../../scripts/print/book-prints.ts';
import { type PrintedBook, type PrintOptions, printBook, printPress } from '../../scripts/print/index.ts';
import type { Part } from '../../scripts/print/part.ts';
import { toUnicode } from '../../scripts/print/to-unicode.ts';
import { editionIn } from './edition-choice.ts';
import { showSheets } from './press.ts';

/** A book that is ready to be printed. */
export interface Galley {
	readonly edition: Edition;
	readonly fonts: FontSet;
	readonly shelf: Shelf;
	readonly book: PaginatedBook;
}

/** Lays an edition of a manuscript out as the pipeline does. */
export async function layManuscript(manuscript: string, lang: Lang, world: World): Promise<Galley> {
	const book = await readBook({ manuscript, editions: [lang] }, world);
	if (!book) throw new Error('The manuscript has errors.');
	const edition = await compose(book, world.house, { choice: editionIn(lang), report: world.report });
	return await layEdition(edition, world);
}

/** Lays an edition in two languages out as the pipeline does. */
export async function layBilingual(
	manuscript: string,
	layout: Layout,
	world: World,
	sync: Sync = 'heading',
): Promise<Galley> {
	const book = await readBook({ manuscript }, world);
	if (!book) throw new Error('The manuscript has errors.');
	const choice: EditionChoice = { id: layout, languages: ['zh', 'en'], layout, sync };
	return await layEdition(await composeEdition(book, choice, world), world);
}

export async function layEdition(edition: Edition, world: World): Promise<Galley> {
	const { house, report, store, memo, unitLimit, detail } = world;
	const fonts = await cutFonts(edition, report, { memo });
	const shelf = fillShelf(edition, fonts, house.styles.get('book.css') ?? '');
	const pageCss = house.styles.get('page.css') ?? '';
	const tabs = await world.tabs();
	const options = {
		tabs,
		shelf,
		pageCss,
		store,
		memo,
		unitLimit,
		report,
		progress() {},
		detail,
		halfTitle: true,
	};
	const book = await paginate(edition, options);
	if (!book) throw new Error('The book could not be laid out.');
	return { edition, fonts, shelf, book };
}

/** The PDF as Diglot makes it: printed in parts, and joined. */
export async function printJoined(galley: Galley, world: World, css = ''): Promise<PrintedBook> {
	return await printBook(galley.edition, galley.book, await optionsOf(galley, world, css));
}

/** The same pages as a printer gets them, in the colours of the screen. */
export async function printForPress(galley: Galley, world: World, css = ''): Promise<PrintedBook> {
	const inks = { key: 'none', convert: async (part: Part) => part };
	return await printPress(galley.edition, galley.book, { ...(await optionsOf(galley, world, css)), inks });
}

async function optionsOf({ shelf, fonts }: Galley, world: World, css: string): Promise<PrintOptions> {
	const { house, store, memo, report, detail } = world;
	return {
		tabs: await world.tabs(),
		shelf,
		fonts,
		sheetCss: `${house.styles.get('sheet.css') ?? ''}\n${css}`,
		cut: (face, glyphs) => cutToGlyphs(face.bytes, glyphs, { memo }),
		store,
		memo,
		report,
		detail,
	};
}

/**
 * The same pages as the browser prints them in one go, each with all that stands on it. Only what its glyphs say is
 * mended, for the browser does not know it of ligatures.
 */
export async function printWhole({ edition, book, shelf, fonts }: Galley, world: World): Promise<Uint8Array> {
	const tabs = await world.tabs();
	const css = world.house.styles.get('sheet.css') ?? '';
	const bytes = await tabs.use(shelf, async (tab) => {
		await showSheets(tab, book, { css, room: roomOf(edition, book) });
		const printed = await tab.pdf();
		await tab.call('clearSheets', null);
		return printed;
	});
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	for (const [, font] of pdf.context.enumerateIndirectObjects()) {
		if (!(font instanceof PDFDict) || font.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue;
		const name = font.lookup(PDFName.of('BaseFont'), PDFName).decodeText();
		const face = fonts.find((one) => name.endsWith(one.postScriptName));
		if (!face) continue;
		const text = face.glyphText();
		const map = toUnicode([...text.coded.keys(), ...text.derived.keys()], text);
		font.set(PDFName.of('ToUnicode'), pdf.context.register(pdf.context.flateStream(map)));
	}
	// The browser prints on a larger sheet.
	const { left, top } = placeOf(edition, book);
	const [width = 0, height = 0] = [book.trim.width, book.trim.height].map((mm) => (mm / 25.4) * 72);
	for (const page of pdf.getPages()) page.setMediaBox(left, page.getHeight() - top - height, width, height);
	return await pdf.save();
}

import type { Edition, Geometry, Page, PaginatedBook, PressChoices, Size, Unit } from '../../model/index.ts';
import { barePart } from '../bare-part.ts';
import { facesOf, type PrintOptions } from '../book-prints.ts';
import { type PageFrame, pressFrame, toPoints } from '../frame.ts';
import type { Joined } from '../join.ts';
import { slugForMarks } from '../marks.ts';
import type { Part } from '../part.ts';
import type { PressInks } from '../press.ts';
import { joinPress } from '../press-file.ts';
import { coverHtml } from './html.ts';
import { type CoverLayout, coverRules, foldsOf, layOutCover, placeOfCover } from './layout.ts';
import { printCoverPart } from './part.ts';
import { spineTitleSize, spineWidth, widestSpine } from './spine.ts';

export interface CoverOptions extends Omit<PrintOptions, 'store'> {
	/** styles/cover-sheet.css */
	readonly coverCss: string;
	readonly inks: PressInks;
	/** Of the inside, blanks included. */
	readonly pages: number;
}

export interface PrintedCover extends Joined {
	/** Of the whole sheet, in mm. */
	readonly trim: Size;
	/** Width of the spine, in mm. */
	readonly spine: number;
}

/** Panels by the names that the template gives them. */
const panels: Readonly<Record<string, string>> = {
	description: 'The description does not fit on the back of the cover',
	barcode: 'The barcode does not fit on the back of the cover',
	flap: 'The text of the flap does not fit on it',
};

/**
 * The cover as one sheet with bleed and marks, like the inside of the book for a printer. What is wrong with it is
 * reported, and nothing comes back where the sheet cannot be made.
 */
export async function printCover(
	edition: Edition,
	book: PaginatedBook,
	options: CoverOptions,
): Promise<PrintedCover | undefined> {
	const { press, coverSheet } = edition;
	const [front] = book.pages;
	if (!coverSheet || front === undefined) return undefined;
	const spine = spineWidth(options.pages, press);
	if (spine > widestSpine) {
		reportSpine(spine, press, options);
		return undefined;
	}
	const layout = layOutCover(book.trim, spine, press);
	const content = { sheet: coverSheet, front, layout };
	const printed = await printContent(content, edition, book, options);
	if (!printed) return undefined;
	const joined = await joinPress({
		sheets: [{ text: { part: printed, page: 0 }, shift: 0, over: [] }],
		frame: frameOf(layout, book.geometry, press),
		...facesOf(options),
		edition,
		kind: 'cover',
		color: press.cover.color,
		...(options.inks.intent ? { intent: options.inks.intent } : {}),
	});
	return { ...joined, trim: layout.trim, spine };
}

function frameOf(layout: CoverLayout, geometry: Geometry, { bleed, marks }: PressChoices): PageFrame {
	const surround = { bleed, slug: marks ? slugForMarks : 0 };
	const frame = pressFrame(layout.trim, placeOfCover(layout, geometry), surround);
	return { ...frame, folds: foldsOf(layout).map((fold) => frame.trim[0] + toPoints(fold)) };
}

interface Content {
	readonly sheet: Unit;
	readonly front: Page;
	readonly layout: CoverLayout;
}

/** The sheet in ink; nothing where a text does not fit on its panel. */
async function printContent(
	{ sheet, front, layout }: Content,
	edition: Edition,
	book: PaginatedBook,
	options: CoverOptions,
): Promise<Part | undefined> {
	const { press } = edition;
	const { report, inks } = options;
	const title = spineTitleSize(layout.spine, press.cover.spineText);
	const html = coverHtml({
		sheet,
		front,
		hasSpineText: title !== undefined,
	});
	const css = coverRules(layout, book.geometry) + options.sheetCss + options.coverCss;
	const { part, unfit, missing } = await printCoverPart({ html, css, title }, options);
	for (const address of missing) {
		report('resource-refused', `The cover asks for ${address}, which is not in the book.`, edition.id);
	}
	if (unfit.includes('spine')) {
		report(
			'cover-spine-text',
			`The title does not fit on a spine of ${round(layout.spine)} mm.`,
			'book.yaml',
		);
	}
	const faults = unfit.flatMap((name) => panels[name] ?? []);
	for (const fault of faults) report('cover-overflow', `${fault}, even in small letters.`, 'book.yaml');
	return faults.length > 0 ? undefined : await inks.convert(barePart(part, new Set([0])));
}

function reportSpine(spine: number, press: PressChoices, { pages, report }: CoverOptions): void {
	const { caliper } = press.paper;
	const place = ['paper.caliper', 'paper', 'pages'].flatMap((key) => press.places.get(key) ?? [])[0];
	const message = `${pages} pages of paper ${caliper} mm thick make a spine of ${round(spine)} mm; it may have ${widestSpine} mm at most.`;
	report('cover-spine', message, place ?? 'book.yaml');
}

/** To a tenth of a millimetre. */
function round(length: number): number {
	return Math.round(length * 10) / 10;
}

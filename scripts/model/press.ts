import type { Place } from './language.ts';

/** Width and height in mm, exactly as they were asked for. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** What book.yaml says of the page; what is missing stands in page.css. Lengths in mm. */
export interface PageChoices {
	/** Of the finished page, after trimming. */
	readonly trim?: Size;
	readonly margins?: Readonly<Partial<Record<'top' | 'bottom' | 'inner' | 'outer', number>>>;
	/**
	 * What the binding takes: `auto` moves the text block outwards where the inner margin is less than the number of
	 * pages asks for; a number is added to the inner margin as it is.
	 */
	readonly gutter: 'auto' | number;
	/** Where `page` stands in book.yaml. */
	readonly place?: Place;
}

/** Inks of a press edition. */
export type InkModel = 'gray' | 'cmyk' | 'rgb';

/** Cyan, magenta, yellow and black, each from 0 to 1. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** A characterized printing condition (ISO 15930-7, 6.2.2). */
export interface PressProfile {
	/** For messages: the path in the manuscript, or the name of the bundled one. */
	readonly name: string;
	/** `OutputConditionIdentifier`, such as `FOGRA47`. */
	readonly condition?: string;
	/** An ICC profile; the bundled one where it is missing. */
	readonly bytes?: Uint8Array;
}

export interface PaperChoice {
	/** Thickness of one leaf, in mm. */
	readonly caliper: number;
}

/** What book.yaml says of the press edition. Lengths in mm. */
export interface PressChoices {
	readonly bleed: number;
	/** Crop and cross marks outside the bleed. */
	readonly marks: boolean;
	readonly color: InkModel;
	readonly profile?: PressProfile;
	/** Sum of the four inks that may lie on one spot, in percent. */
	readonly totalInk: number;
	/** The number of pages is a multiple of it. */
	readonly pages: 1 | 2 | 4 | 8 | 16 | 32;
	readonly paper: PaperChoice;
	readonly cover: CoverChoices;
	/** Where `print` and its keys stand in book.yaml, by path: `print`, `bleed`, `paper.caliper`; only what is given. */
	readonly places: ReadonlyMap<string, Place>;
}

export interface CoverChoices {
	readonly color: InkModel;
	/** Width of each flap; 0 for none. */
	readonly flaps: number;
	/** What the cover adds to the thickness of the book. */
	readonly boards: number;
	/** `auto` where the spine is wide enough. */
	readonly spineText: 'auto' | 'none';
	/** Five digits of the price add-on of the barcode (GS1 General Specifications, 5.2.5), such as `52499`. */
	readonly priceCode?: string;
	/** As it is printed beside the barcode. */
	readonly price?: string;
}

/** A colour of the book that is mixed of exact inks. */
export interface BookColor {
	/** As `var(--color-NAME)` in style sheets. */
	readonly name: string;
	/** On screens: red, green and blue, 0 to 255. */
	readonly screen: readonly [number, number, number];
	readonly inks?: Inks;
	readonly place: Place;
}

import type { Size } from '../model/index.ts';

/** Left, lower, right and upper edge, in pt. */
export type Box = readonly [left: number, lower: number, right: number, upper: number];

/** How what was printed lies on the pages of a file, in pt from their lower left corner. */
export interface PageFrame {
	/** Width and height of the media: its box begins at 0 0. */
	readonly media: readonly [width: number, height: number];
	/** The finished page. */
	readonly trim: Box;
	/** What is cut off with the trim; only where a printer trims. */
	readonly bleed?: Box;
	/** From the place of anything on the printed sheet to its place on the media. */
	readonly move: readonly [x: number, y: number];
}

/** Where the page lies on the sheet that the browser printed, in pt from the upper left corner. */
export interface PrintedPlace {
	readonly sheet: readonly [width: number, height: number];
	readonly left: number;
	readonly top: number;
}

export interface Surround {
	/** Round the trim, in mm. */
	readonly bleed: number;
	/** Round the bleed, for marks, in mm. */
	readonly slug: number;
}

const pointsPerMillimetre = 72 / 25.4;

/** Pages as large as the trim, in mm: all beyond it is cut off. */
export function screenFrame(trim: Size, place: PrintedPlace): PageFrame {
	const { media, trim: box, move } = pressFrame(trim, place, { bleed: 0, slug: 0 });
	return { media, trim: box, move };
}

/** Pages with room round the trim for a printer (ISO 32000-1, 14.11.2). */
export function pressFrame(trim: Size, place: PrintedPlace, { bleed, slug }: Surround): PageFrame {
	const [width, height] = [toPoints(trim.width), toPoints(trim.height)];
	const edge = toPoints(bleed + slug);
	const outer = toPoints(slug);
	const media = [width + 2 * edge, height + 2 * edge] as const;
	const [, sheetHeight] = place.sheet;
	return {
		media,
		trim: [edge, edge, edge + width, edge + height],
		bleed: [outer, outer, media[0] - outer, media[1] - outer],
		// The upper left corner of the trim is where the browser put that of the page.
		move: [edge - place.left, edge + height - (sheetHeight - place.top)],
	};
}

export function toPoints(millimetres: number): number {
	return millimetres * pointsPerMillimetre;
}

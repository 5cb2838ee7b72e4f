import type { Geometry, PressChoices, Size } from '../../model/index.ts';
import type { PrintedPlace } from '../frame.ts';
import { pointsPerPixel } from '../print-part.ts';
import { type Room, roomFor, sheetSize } from '../room.ts';
import { sizeRules } from '../sheets.ts';

/** The sheet that is folded round the book; lengths in mm. */
export interface CoverLayout {
	/** Of the whole sheet after trimming. */
	readonly trim: Size;
	/** Of one page of the book. */
	readonly page: Size;
	readonly spine: number;
	readonly flap: number;
	readonly bleed: number;
}

/** Back, spine and front side by side, and a flap at either end. */
export function layOutCover(
	page: Size,
	spine: number,
	{ bleed, cover: { flaps } }: Pick<PressChoices, 'bleed' | 'cover'>,
): CoverLayout {
	const width = 2 * flaps + 2 * page.width + spine;
	return { trim: { width, height: page.height }, page, spine, flap: flaps, bleed };
}

/** Places of the folds, in mm from the left edge of the trimmed sheet. */
export function foldsOf({ page, spine, flap }: CoverLayout): readonly number[] {
	const back = flap + page.width;
	const folds = [back, back + spine];
	return flap > 0 ? [flap, ...folds, back + spine + page.width] : folds;
}

/** The whole sheet as the browser prints it. */
interface PrintedSheet {
	readonly room: Room;
	/** Width and height, in CSS px. */
	readonly size: readonly [width: number, height: number];
}

const pixelsPerMillimetre = 96 / 25.4;

function printed({ trim, bleed }: CoverLayout, geometry: Geometry): PrintedSheet {
	const room = roomFor(bleed, 0);
	const [width, height] = [trim.width, trim.height].map((length) => length * pixelsPerMillimetre);
	const page = { width: width ?? 0, height: height ?? 0 };
	return { room, size: sheetSize({ ...geometry, page }, room) };
}

/** Where the trimmed sheet lies on what the browser prints. */
export function placeOfCover(layout: CoverLayout, geometry: Geometry): PrintedPlace {
	const { room, size } = printed(layout, geometry);
	const [width, height] = size;
	return {
		sheet: [width * pointsPerPixel, height * pointsPerPixel],
		left: room.x * pointsPerPixel,
		top: room.y * pointsPerPixel,
	};
}

/** The rules that the sizes decide: those of a page of the book, with the bleed round it, and those of the sheet. */
export function coverRules(layout: CoverLayout, geometry: Geometry): string {
	const { page, spine, flap } = layout;
	const { room, size } = printed(layout, geometry);
	const [width, height] = size;
	const sizes = {
		'sheet-width': `${width}px`,
		'sheet-height': `${height}px`,
		'panel-width': `${page.width}mm`,
		'panel-height': `${page.height}mm`,
		'spine-width': `${spine}mm`,
		'flap-width': `${flap}mm`,
	};
	const properties = Object.entries(sizes).map(([name, value]) => `--${name}:${value}`);
	return `${sizeRules(geometry, room)}@page{size:${width}px ${height}px;margin:0}\n:root{${properties.join(';')}}\n`;
}

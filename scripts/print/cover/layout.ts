import type { Geometry, PressChoices, Size } from '../../model/index.ts';
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

/** CSS px of one mm (CSS Values 4, 6.2). */
const pixelsPerMillimetre = 96 / 25.4;

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

/** Room round the trimmed sheet for the bleed, in whole CSS px. */
export function roomOf({ bleed }: Pick<CoverLayout, 'bleed'>): number {
	return Math.ceil(bleed * pixelsPerMillimetre);
}

/** The rules that the sizes decide: as for a page of the book, and those of the sheet. */
export function coverRules(layout: CoverLayout, geometry: Geometry): string {
	const { trim, page, spine, flap } = layout;
	const room = roomOf(layout);
	const width = Math.ceil(trim.width * pixelsPerMillimetre) + 2 * room;
	const height = Math.ceil(trim.height * pixelsPerMillimetre) + 2 * room;
	const sizes = {
		'sheet-width': `${width}px`,
		'sheet-height': `${height}px`,
		room: `${room}px`,
		'panel-width': `${page.width}mm`,
		'panel-height': `${page.height}mm`,
		'spine-width': `${spine}mm`,
		'flap-width': `${flap}mm`,
	};
	const properties = Object.entries(sizes).map(([name, value]) => `--${name}:${value}`);
	return `${sizeRules(geometry)}@page{size:${width}px ${height}px;margin:0}\n:root{${properties.join(';')}}\n`;
}

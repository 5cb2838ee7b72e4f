import type { Geometry, Side } from '../model/index.ts';
import type { Box } from './frame.ts';
import type { PartPage } from './part.ts';
import { writeNumber } from './pdf-syntax.ts';
import { pointsPerPixel } from './print-part.ts';
import type { Room } from './room.ts';
import { blockLeft } from './sheets.ts';

/** How thick a bar is and how far from the text, in pt; nearer where the margin is narrow. */
const [thickness, distance] = [1.6, 9];

/**
 * Bars beside the lines of a page that changed, in its outer margin: on the right of a recto, on the left of a verso.
 * They lie on the sheet that the browser printed, in pt from its lower left corner.
 */
export function changeBars(
	{ changes = [] }: Pick<PartPage, 'changes'>,
	side: Side,
	geometry: Geometry,
	room: Room,
): readonly Box[] {
	const { page, block } = geometry;
	const start = blockLeft(geometry, side);
	const margin = (side === 'recto' ? page.width - start - block.width : start) * pointsPerPixel;
	const gap = Math.min(distance, margin / 2);
	const edge = (room.x + (side === 'recto' ? start + block.width : start)) * pointsPerPixel;
	const left = side === 'recto' ? edge + gap : edge - gap - thickness;
	return changes.map(([lower, upper]): Box => [left, lower, left + thickness, upper]);
}

/** Operators that draw bars in black, moved to the right and upwards; nothing where there is none. */
export function drawBars(bars: readonly Box[], [x, y]: readonly [number, number]): string | undefined {
	if (bars.length === 0) return undefined;
	const rectangles = bars.map(([left, lower, right, upper]) => {
		const place = [left + x, lower + y, right - left, upper - lower].map(writeNumber);
		return `${place.join(' ')} re`;
	});
	return `q 0 g ${rectangles.join(' ')} f Q`;
}

import type { Geometry } from '../model/index.ts';

/** Room round the page on the sheet that the browser prints, in whole CSS px, so that letters are set as without it. */
export interface Room {
	/** On the left and on the right. */
	readonly x: number;
	/** Above and below. */
	readonly y: number;
}

export const noRoom: Room = { x: 0, y: 0 };

const pixelsPerMillimetre = 96 / 25.4;

/**
 * A sheet is a whole number of these, in CSS px: 6 pt are 25 dots of the 300 to the inch that the browser measures
 * sheets in, so that it has no part of a dot to round away.
 */
const step = 8;

/**
 * Room for a bleed in mm. At the sides it is wider by `shift`, in CSS px, which a text moves between recto and verso:
 * what hangs over the trim is printed once, and laid on either side.
 */
export function roomFor(bleed: number, shift: number): Room {
	const pixels = Math.ceil(bleed * pixelsPerMillimetre);
	return pixels > 0 ? { x: pixels + Math.abs(shift), y: pixels } : noRoom;
}

/** Width and height of the printed sheet, in CSS px. The page lies at its upper left, with the room round it. */
export function sheetSize({ page }: Geometry, room: Room): readonly [width: number, height: number] {
	return [toSteps(page.width + 2 * room.x), toSteps(page.height + 2 * room.y)];
}

function toSteps(length: number): number {
	return Math.ceil(length / step) * step;
}

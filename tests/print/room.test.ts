import { expect, test } from 'vitest';
import { noRoom, roomFor, sheetSize } from '../../scripts/print/room.ts';
import { geometry } from '../support/edition.ts';

test('room is in whole px, never less than the bleed, and wider by what a text moves between the sides', () => {
	// 3 mm are 11.34 px.
	expect(roomFor(3, 24)).toEqual({ x: 36, y: 12 });
	expect(roomFor(3, -24)).toEqual({ x: 36, y: 12 });
	expect(roomFor(25.4, 0)).toEqual({ x: 96, y: 96 });
	expect(roomFor(0, 24)).toBe(noRoom);
});

test('a sheet has room for all and measures whole steps, which the browser does not round', () => {
	for (const [width, height] of [
		[793.7, 1122.52],
		[576, 864],
		[699.21, 982.68],
	] as const) {
		const room = roomFor(3, 24);
		const sheet = sheetSize({ ...geometry, page: { width, height } }, room);
		expect(sheet.map((length) => length % 8)).toEqual([0, 0]);
		expect(sheet[0] - width - 2 * room.x).toBeGreaterThanOrEqual(0);
		expect(sheet[1] - height - 2 * room.y).toBeGreaterThanOrEqual(0);
		expect(sheet[0] - width - 2 * room.x).toBeLessThan(8);
	}
});

import { expect, test } from 'vitest';
import { type Box, pressFrame, screenFrame } from '../../scripts/print/frame.ts';

/** A page at 27 9 pt from the upper left corner of the sheet. */
const place = { sheet: [660, 870], left: 27, top: 9 } as const;

const sizes = {
	A4: [{ width: 210, height: 297 }, [595.2756, 841.8898]],
	'6 × 9 in': [{ width: 152.4, height: 228.6 }, [432, 648]],
	'16开': [{ width: 185, height: 260 }, [524.4094, 737.0079]],
} as const;

const lengths = (box: Box) => [box[2] - box[0], box[3] - box[1]];

for (const [name, [trim, points]] of Object.entries(sizes)) {
	test(`${name}: trim, bleed and media lie one in the other, by millimetres`, () => {
		const frame = pressFrame(trim, place, { bleed: 3, slug: 10 });
		const [bleed, slug] = [8.5039, 28.3465];
		lengths(frame.trim).forEach((length, side) => void expect(length).toBeCloseTo(points[side] ?? 0, 3));
		const { bleed: outer = [0, 0, 0, 0] } = frame;
		expect(outer[0]).toBeCloseTo(slug, 3);
		expect(frame.trim[0] - outer[0]).toBeCloseTo(bleed, 3);
		expect(frame.trim[1] - outer[1]).toBeCloseTo(bleed, 3);
		expect(outer[2] - frame.trim[2]).toBeCloseTo(bleed, 3);
		expect(frame.media[0] - outer[2]).toBeCloseTo(slug, 3);
		expect(frame.media[1] - outer[3]).toBeCloseTo(slug, 3);
	});

	test(`${name}: a screen shows the trim, and nothing beyond`, () => {
		const frame = screenFrame(trim, place);
		expect(frame.bleed).toBeUndefined();
		expect(frame.trim).toEqual([0, 0, ...frame.media]);
		frame.media.forEach((length, side) => void expect(length).toBeCloseTo(points[side] ?? 0, 3));
	});

	test(`${name}: the upper left corner of the page comes to lie on that of the trim`, () => {
		for (const frame of [screenFrame(trim, place), pressFrame(trim, place, { bleed: 3, slug: 0 })]) {
			const corner = [place.left + frame.move[0], place.sheet[1] - place.top + frame.move[1]];
			expect(corner[0]).toBeCloseTo(frame.trim[0], 6);
			expect(corner[1]).toBeCloseTo(frame.trim[3], 6);
		}
	});
}

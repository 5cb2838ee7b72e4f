import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { undoPrediction } from '../../../scripts/check/press/predictor.ts';
import { noise } from '../../pictures/made.ts';

test('rows of differences are read as another library wrote them, with every filter of PNG', async () => {
	const gradient = Buffer.from(
		Array.from({ length: 64 * 64 * 3 }, (_, at) => (at % 192) + Math.floor(at / 192)),
	);
	const smooth = sharp(gradient, { raw: { width: 64, height: 64, channels: 3 } }).blur(2);
	const filters = new Set<number>();
	for (const image of [smooth, noise(64, 64)]) {
		const pixels = await image.clone().raw().toBuffer();
		const png = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
			.png({ adaptiveFiltering: true })
			.toBuffer();
		const packed = inflateSync(dataOf(png));
		for (let at = 0; at < packed.length; at += 64 * 3 + 1) filters.add(packed[at] ?? 0);
		expect(Buffer.from(undoPrediction(packed, { row: 64 * 3, pixel: 3 })).equals(pixels)).toBe(true);
	}
	expect(filters.size).toBeGreaterThan(2);
});

test('filters one by one, by hand', () => {
	const rows = [0, 1, 2, 1, 5, 1, 2, 1, 1, 3, 2, 2, 4, 1, 1];
	expect([...undoPrediction(new Uint8Array(rows), { row: 2, pixel: 1 })]).toEqual([
		1, 2, 5, 6, 6, 7, 5, 8, 6, 9,
	]);
	expect([...undoPrediction(new Uint8Array([1, 1, 1, 1]), { row: 2, pixel: 1 })]).toEqual([1, 2]);
});

/** The data of all IDAT chunks (PNG, third edition, 11.2.3). */
function dataOf(png: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	return Buffer.concat(parts);
}

import { imageSize } from 'image-size';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareCover } from '../../scripts/pictures/index.ts';
import { flat, noise } from './made.ts';

const free = { maxPixels: Number.POSITIVE_INFINITY, maxBytes: 5_000_000 };

test('a flat cover stays PNG, a photograph becomes JPEG; both are sRGB and solid', async () => {
	const plain = await prepareCover(await flat(1600, 2560).png().toBuffer(), free);
	const photo = await prepareCover(await noise(800, 900).ensureAlpha(0.5).png().toBuffer(), free);
	expect([plain.mediaType, photo.mediaType]).toEqual(['image/png', 'image/jpeg']);
	for (const { bytes } of [plain, photo]) {
		const { space, hasAlpha, icc } = await sharp(bytes).metadata();
		expect({ space, hasAlpha }).toEqual({ space: 'srgb', hasAlpha: false });
		expect(icc?.toString('latin1')).toMatch(/s\0?R\0?G\0?B/);
	}
	expect(imageSize(plain.bytes)).toMatchObject({ width: 1600, height: 2560 });
});

test('where a shop counts pixels the cover keeps to it', async () => {
	const picture = await flat(1816, 2569).png().toBuffer();
	const { bytes } = await prepareCover(picture, { ...free, maxPixels: 4_000_000 });
	const { width, height } = imageSize(bytes);
	expect(width * height).toBeLessThanOrEqual(4_000_000);
	expect(width / height).toBeCloseTo(1816 / 2569, 2);
});

test('a cover that an earlier run made is not made again', async () => {
	const kept = new Map<string, Uint8Array>();
	let puts = 0;
	const store = {
		get: async (_room: string, key: string) => kept.get(key),
		put: async (_room: string, key: string, bytes: Uint8Array) => {
			puts += 1;
			kept.set(key, bytes);
		},
	};
	const picture = await flat(40, 60).png().toBuffer();
	const first = await prepareCover(picture, free, { store });
	expect(await prepareCover(picture, free, { store })).toEqual(first);
	expect(puts).toBe(1);
	await prepareCover(picture, { ...free, maxPixels: 1000 }, { store });
	expect(puts).toBe(2);
});

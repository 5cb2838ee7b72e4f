import { crc32 } from 'node:zlib';
import { imageSize } from 'image-size';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Asset, Store } from '../../scripts/model/index.ts';
import { preparePictures } from '../../scripts/pictures/index.ts';
import { edition, tree, unit } from '../support/edition.ts';
import { createReport } from '../support/report.ts';
import { flat, moving, noise, noStore, prepare, rules } from './made.ts';

const at = 'a.zh.md:7:3';

/** Format and size by another library than the one that made it, colours by the first pixel. */
async function look(bytes: Uint8Array | undefined) {
	if (!bytes) throw new Error('There is no picture.');
	const { type, width, height } = imageSize(bytes);
	const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
	return { type, width, height, pixel: [...data.subarray(0, info.channels)] };
}

test('an image that is fine stays as it is, and nothing is said', async () => {
	for (const bytes of [
		await flat(300, 200).png().toBuffer(),
		await flat(300, 200).jpeg().toBuffer(),
		await flat(300, 200).greyscale().jpeg().toBuffer(),
		await flat(2000, 2000).jpeg().toBuffer(),
		await flat(300, 200).withIccProfile('srgb').jpeg().toBuffer(),
	]) {
		const { picture, said } = await prepare(bytes);
		expect(said).toEqual([]);
		expect(Buffer.compare(picture?.bytes ?? Buffer.of(), bytes)).toBe(0);
	}
});

test('more than 4 million pixels become fewer in the same proportions, and it is said', async () => {
	const { picture, said } = await prepare(await flat(4000, 3000).jpeg().toBuffer());
	expect(await look(picture?.bytes)).toMatchObject({ type: 'jpg', width: 2309, height: 1732 });
	expect(said).toEqual([
		`${at} image-scaled the image "images/图.png" has 4000 × 3000 pixels, in the EPUB 2309 × 1732`,
	]);
});

test('100 million pixels are no trouble', async () => {
	const { picture } = await prepare(await flat(12_500, 8000).png({ compressionLevel: 1 }).toBuffer());
	expect(await look(picture?.bytes)).toMatchObject({ type: 'png', width: 2500, height: 1600 });
});

test('what only claims to have billions of pixels is an error', async () => {
	const png = await flat(10, 10).png().toBuffer();
	png.writeUInt32BE(60_000, 16);
	png.writeUInt32BE(60_000, 20);
	png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
	const { picture, said } = await prepare(png);
	expect(picture).toBeUndefined();
	expect(said[0]).toMatch(/image-unreadable .* is damaged: .*pixel limit/);
});

test('CMYK becomes sRGB', async () => {
	const cmyk = await flat(30, 20, '#ff0000').toColourspace('cmyk').jpeg().toBuffer();
	expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
	const { picture, said } = await prepare(cmyk);
	expect((await sharp(picture?.bytes).metadata()).space).toBe('srgb');
	const [red = 0, green = 255] = (await look(picture?.bytes)).pixel;
	expect(red).toBeGreaterThan(200);
	expect(green).toBeLessThan(80);
	expect(said).toEqual([
		`${at} image-converted the image "images/图.png" is changed for the EPUB: CMYK became sRGB with 8 bits`,
	]);
});

test('16 bits become 8, a wide profile becomes sRGB, a turned picture stands upright', async () => {
	const deep = await flat(30, 20).toColourspace('rgb16').png().toBuffer();
	expect((await sharp(deep).metadata()).depth).toBe('ushort');
	const eight = await prepare(deep);
	expect((await sharp(eight.picture?.bytes).metadata()).depth).toBe('uchar');
	expect(eight.said[0]).toContain('16 bits became sRGB with 8 bits');

	const wide = await prepare(await flat(30, 20).withIccProfile('p3').jpeg().toBuffer());
	expect((await sharp(wide.picture?.bytes).metadata()).hasProfile).toBe(false);
	expect(wide.said[0]).toContain('its own colour profile became sRGB');

	const turned = await prepare(await flat(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer());
	expect(await look(turned.picture?.bytes)).toMatchObject({ width: 20, height: 30 });
	expect(turned.said[0]).toContain('it is turned upright');
});

test.each(['gif', 'webp'] as const)(
	'a moving %s shows its first picture, and a warning says so',
	async (format) => {
		const { picture, said } = await prepare(await moving(format));
		const { type, width, height, pixel } = await look(picture?.bytes);
		expect({ type, width, height }).toMatchObject({
			type: expect.stringMatching('png|jpg'),
			width: 40,
			height: 30,
		});
		expect(pixel[0]).toBeLessThan(30);
		expect(said).toContain(
			`${at} image-still the image "images/图.png" moves; an EPUB shows its first picture`,
		);
	},
);

test('a moving PNG is told by its chunks', async () => {
	const png = await flat(10, 10).png().toBuffer();
	const control = Buffer.alloc(20);
	control.writeUInt32BE(8, 0);
	control.write('acTL', 4, 'latin1');
	control.writeUInt32BE(2, 8);
	control.writeUInt32BE(crc32(control.subarray(4, 16)), 16);
	const { said } = await prepare(Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]));
	expect(said[0]).toContain('image-still');
});

test('WebP becomes PNG or JPEG, and keeps what shines through', async () => {
	const solid = await prepare(await flat(30, 20).webp().toBuffer());
	expect(['image/png', 'image/jpeg']).toContain(solid.picture?.mediaType);
	expect(solid.said[0]).toMatch(/WEBP became (PNG|JPEG)/);
	const clear = await prepare(await flat(30, 20).ensureAlpha(0.5).webp().toBuffer());
	expect(clear.picture?.mediaType).toBe('image/png');
	expect((await look(clear.picture?.bytes)).pixel[3]).toBeLessThan(200);
});

test('a shop that takes nothing transparent gets white behind it', async () => {
	const background = { r: 0, g: 0, b: 0, alpha: 0 };
	const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background } })
		.png()
		.toBuffer();
	expect((await prepare(clear)).said).toEqual([]);
	const { picture, said } = await prepare(clear, { opaque: true });
	expect((await look(picture?.bytes)).pixel).toEqual([255, 255, 255]);
	expect(said[0]).toContain('transparent parts became white');
	// An alpha channel through which nothing shines is no fault.
	const solid = await flat(8, 8).ensureAlpha(1).png().toBuffer();
	expect((await sharp(solid).metadata()).hasAlpha).toBe(true);
	const same = await prepare(solid, { opaque: true });
	expect(same.said).toEqual([]);
	expect(Buffer.compare(same.picture?.bytes ?? Buffer.of(), solid)).toBe(0);
});

test.each([3, 4] as const)('a file over the limit becomes smaller, with %i channels', async (channels) => {
	const { picture, said } = await prepare(await noise(400, 300, channels).png().toBuffer(), {
		maxBytes: 150_000,
	});
	expect(picture?.bytes.length).toBeLessThanOrEqual(150_000);
	expect(picture?.mediaType).toBe(channels === 3 ? 'image/jpeg' : 'image/png');
	expect(said.join()).toContain(channels === 3 ? 'its file was too large' : 'image-scaled');
});

test('damaged images are errors with the place of their use', async () => {
	const jpeg = await noise(300, 200).jpeg().toBuffer();
	const png = await noise(300, 200).png().toBuffer();
	for (const bytes of [
		jpeg.subarray(0, jpeg.length / 2),
		png.subarray(0, png.length / 2),
		png.subarray(0, 40),
	]) {
		const { picture, said } = await prepare(bytes);
		expect(picture).toBeUndefined();
		expect(said).toEqual([
			expect.stringMatching(`^${at} image-unreadable the image "images/图.png" is damaged: `),
		]);
	}
});

test('what was made is kept, and what is kept is said again', async () => {
	const kept = new Map<string, Uint8Array>();
	const store: Store = {
		get: async (_room, key) => kept.get(key),
		put: async (_room, key, bytes) => void kept.set(key, bytes),
	};
	const bytes = await flat(4000, 3000).jpeg().toBuffer();
	const first = await prepare(bytes, {}, store);
	expect(kept.size).toBe(1);
	expect(await prepare(bytes, {}, store)).toEqual(first);
	for (const key of kept.keys()) kept.set(key, Buffer.from('no picture'));
	expect(await prepare(bytes, {}, store)).toEqual(first);
});

test('drawings get their name space; images that no page shows are not looked at', async () => {
	const svg = '<?xml version="1.0"?><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>';
	const read = () => Promise.reject(new Error('It must not be read.'));
	const base = { width: 1, height: 1, stamp: '1', read };
	const images = new Map<string, Asset>([
		['a.svg', { ...base, path: 'a.svg', mediaType: 'image/svg+xml', svg }],
		['b.png', { ...base, path: 'b.png', mediaType: 'image/png' }],
	]);
	const body = tree('<p><img src="a.svg" alt="x"></p>');
	const pictures = await preparePictures(edition({ units: [unit('zh-a', { body })], images }), {
		rules,
		store: noStore,
		memo: noMemo,
		report: createReport().add,
	});
	expect([...pictures.keys()]).toEqual(['a.svg']);
	const markup = Buffer.from(pictures.get('a.svg')?.bytes ?? []).toString();
	expect(markup).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});

test('a drawing that moves stands still, and a warning says so', async () => {
	const svg = '<svg viewBox="0 0 1 1"><rect><animate attributeName="x" to="9"/></rect></svg>';
	const base = { width: 1, height: 1, stamp: '1', read: async () => Buffer.from(svg) };
	const images = new Map<string, Asset>([
		['a.svg', { ...base, path: 'a.svg', mediaType: 'image/svg+xml', svg }],
	]);
	const body = tree('<p><img src="a.svg" alt="x"></p>');
	const report = createReport();
	const book = edition({ units: [unit('zh-a', { body })], images });
	const pictures = await preparePictures(book, { rules, store: noStore, memo: noMemo, report: report.add });
	expect(report.list().map(({ rule }) => rule)).toEqual(['image-still']);
	expect(Buffer.from(pictures.get('a.svg')?.bytes ?? []).toString()).not.toContain('animate');
});

test('GIF becomes PNG, which every shop lists', async () => {
	const { picture, said } = await prepare(await flat(30, 20).gif().toBuffer());
	expect(await look(picture?.bytes)).toMatchObject({ type: 'png', width: 30, height: 20 });
	expect(said[0]).toContain('GIF became PNG');
});

test('a scaled picture tells its size, one that is fine does not', async () => {
	const scaled = await prepare(await flat(4000, 3000).jpeg().toBuffer());
	expect(scaled.picture?.size).toEqual({ width: 2309, height: 1732 });
	expect((await prepare(await flat(40, 30).jpeg().toBuffer())).picture?.size).toBeUndefined();
	expect((await prepare(await flat(40, 30).gif().toBuffer())).picture?.size).toBeUndefined();
});

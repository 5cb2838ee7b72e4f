import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import { readAssets } from '../../scripts/load/assets.ts';
import { takeInventory } from '../../scripts/load/inventory.ts';
import { type Files, makeFolder } from './helpers.ts';

const be16 = (n: number) => [n >> 8, n & 255];
const le24 = (n: number) => [n & 255, (n >> 8) & 255, n >> 16];
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

const png = (width: number, height: number) =>
	Buffer.from([
		...ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0'),
		...be16(width),
		0,
		0,
		...be16(height),
		...[8, 2, 0, 0, 0, 0, 0, 0, 0],
	]);

/** A JPEG as far as its frame header, with an EXIF orientation and `filler` bytes of application data. */
function jpeg(width: number, height: number, orientation?: number, filler = 0): Buffer {
	const exif =
		orientation === undefined
			? []
			: [
					...ascii('Exif\0\0MM\0*\0\0\0\x08\0\x01'),
					...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
				];
	const segment = (marker: number, body: readonly number[]) => [
		0xff,
		marker,
		...be16(body.length + 2),
		...body,
	];
	const padding = Array.from({ length: Math.ceil(filler / 65_000) }, () =>
		segment(0xe2, Array<number>(65_000).fill(0)),
	).flat();
	const start = [0xff, 0xd8, ...segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))];
	const frame = segment(0xc0, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]);
	return Buffer.from([
		...start,
		...(exif.length > 0 ? segment(0xe1, exif) : []),
		...padding,
		...frame,
		0xff,
		0xd9,
	]);
}

const gif = (width: number, height: number) =>
	Buffer.from([...ascii('GIF89a'), width & 255, width >> 8, height & 255, height >> 8, 0, 0, 0]);

const webp = (width: number, height: number) =>
	Buffer.from([
		...ascii('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'),
		...le24(width - 1),
		...le24(height - 1),
	]);

async function readAll(files: Files) {
	return readAssets(takeInventory(await makeFolder(files)), noMemo);
}

test('kind and size come from the bytes, whatever the name says', async () => {
	const { assets, unreadable } = await readAll({
		'a.png': png(600, 400),
		'images/b.JPG': jpeg(300, 200),
		'c.gif': gif(30, 20),
		'd.webp': webp(1030, 20),
		'e.jpeg': png(3, 2),
		'f.svg': '\uFEFF<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>\r\n',
		'g.txt': 'no image',
	});
	expect(unreadable.size).toBe(0);
	expect([...assets.values()].map((one) => [one.path, one.mediaType, one.width, one.height])).toEqual([
		['a.png', 'image/png', 600, 400],
		['c.gif', 'image/gif', 30, 20],
		['d.webp', 'image/webp', 1030, 20],
		['e.jpeg', 'image/png', 3, 2],
		['f.svg', 'image/svg+xml', 30, 20],
		['images/b.JPG', 'image/jpeg', 300, 200],
	]);
	expect(assets.get('f.svg')?.svg).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>\n');
	expect(assets.get('a.png')).not.toHaveProperty('svg');
	expect(Buffer.from((await assets.get('a.png')?.read()) ?? [])).toEqual(png(600, 400));
});

test.each([
	[1, 300, 200],
	[3, 300, 200],
	[5, 200, 300],
	[6, 200, 300],
	[8, 200, 300],
])('a JPEG of orientation %d', async (orientation, width, height) => {
	const { assets } = await readAll({ 'a.jpg': jpeg(300, 200, orientation) });
	expect(assets.get('a.jpg')).toMatchObject({ width, height });
});

test('a JPEG whose size stands behind much other data', async () => {
	const { assets } = await readAll({ 'a.jpg': jpeg(300, 200, 6, 700_000) });
	expect(assets.get('a.jpg')).toMatchObject({ width: 200, height: 300 });
});

test('what cannot be used is set apart with its reason', async () => {
	const dir = await makeFolder({
		'empty.png': '',
		'text.png': 'not an image',
		'cut.png': png(600, 400).subarray(0, 18),
		'none.png': png(0, 400),
		'cut.jpg': jpeg(300, 200).subarray(0, 24),
		'cut.webp': webp(3, 2).subarray(0, 20),
		'big.svg': `<svg viewBox="0 0 1 1">${' '.repeat(5 * 1024 * 1024)}</svg>`,
		'gb.svg': Buffer.from([...ascii('<svg viewBox="0 0 1 1">'), 0xc9, 0xcf, ...ascii('</svg>')]),
		'huge.jpg': '',
	});
	await truncate(join(dir, 'huge.jpg'), 2 ** 33);
	await mkdir(join(dir, 'folder.png'));
	await symlink('/dev/zero', join(dir, 'device.png'));
	const { assets, unreadable } = await readAssets(takeInventory(dir), noMemo);
	expect([...assets.keys()]).toEqual([]);
	expect(Object.fromEntries(unreadable)).toEqual({
		'empty.png': 'it is empty',
		'text.png': 'it is no PNG, JPEG, GIF, WebP or SVG image',
		'cut.png': 'it is damaged and its size not to be found',
		'none.png': 'it is damaged and its size not to be found',
		'cut.jpg': 'it is damaged and its size not to be found',
		'cut.webp': 'it is damaged and its size not to be found',
		'big.svg': 'it is an SVG of more than 5 MB',
		'gb.svg': 'it is an SVG that is not UTF-8',
		'huge.jpg': 'it is larger than 256 MB',
		'device.png': 'it is a link that leads out of the manuscript folder',
	});
});

test('more images than are read at a time keep their order', async () => {
	const names = Array.from({ length: 70 }, (_, index) => `${String(index).padStart(2, '0')}.png`);
	const dir = await makeFolder({});
	for (const [index, name] of names.entries()) await writeFile(join(dir, name), png(index + 1, 1));
	const { assets } = await readAssets(takeInventory(dir), noMemo);
	expect([...assets.keys()]).toEqual(names);
	expect(assets.get('69.png')?.width).toBe(70);
});

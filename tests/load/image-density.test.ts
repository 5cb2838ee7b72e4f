import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import { readAssets } from '../../scripts/load/assets.ts';
import { densityOf } from '../../scripts/load/image-density.ts';
import { takeInventory } from '../../scripts/load/inventory.ts';
import { makeFolder } from './helpers.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const be16 = (...all: readonly number[]) => Buffer.from(all.flatMap((n) => [(n >> 8) & 255, n & 255]));
const be32 = (...all: readonly number[]) => be16(...all.flatMap((n) => [(n >>> 16) & 0xffff, n & 0xffff]));

function chunk(type: string, ...body: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(body);
	return Buffer.concat([be32(content.length), ascii(type), content, be32(0)]);
}

function png(...chunks: readonly Uint8Array[]): Buffer {
	return Buffer.concat([ascii('\x89PNG\r\n\x1a\n'), chunk('IHDR', Buffer.alloc(13)), ...chunks]);
}

const pHYs = (across: number, down = across, unit = 1) =>
	chunk('pHYs', be32(across, down), Buffer.from([unit]));

function segment(marker: number, ...body: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(body);
	return Buffer.concat([Buffer.from([0xff, marker]), be16(content.length + 2), content]);
}

function jpeg(...segments: readonly Uint8Array[]): Buffer {
	return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xc0, Buffer.alloc(9))]);
}

const jfif = (unit: number, across: number, down = across) =>
	segment(0xe0, ascii('JFIF\0\x01\x02'), Buffer.from([unit]), be16(across, down), be16(0));

/** Exif in big or little endian, with or without a unit. */
function exif(
	order: 'MM' | 'II',
	unit: number | undefined,
	across: readonly number[],
	down = across,
): Buffer {
	const numbers = (size: 2 | 4, ...all: readonly number[]) => {
		const bytes = size === 2 ? be16(...all) : be32(...all);
		if (order === 'MM') return bytes;
		return size === 2 ? bytes.swap16() : bytes.swap32();
	};
	const count = unit === undefined ? 3 : 4;
	const values = 8 + 2 + 12 * count + 4;
	const entry = (tag: number, type: number, value: Uint8Array) =>
		Buffer.concat([numbers(2, tag, type), numbers(4, 1), value]);
	return segment(
		0xe1,
		ascii('Exif\0\0'),
		ascii(order),
		numbers(2, 42),
		numbers(4, 8),
		numbers(2, count),
		entry(0x0112, 3, numbers(2, 1, 0)),
		entry(0x011a, 5, numbers(4, values)),
		entry(0x011b, 5, numbers(4, values + 8)),
		...(unit === undefined ? [] : [entry(0x0128, 3, numbers(2, unit, 0))]),
		numbers(4, 0, ...across, ...down),
	);
}

test.each([
	['a PNG of 300', png(pHYs(11811)), 300],
	['a PNG with other chunks before', png(chunk('gAMA', be32(45455)), pHYs(5669), chunk('IDAT')), 144],
	['JFIF to the inch', jpeg(jfif(1, 300)), 300],
	['JFIF to the centimetre', jpeg(jfif(2, 118)), 299.7],
	['Exif to the inch', jpeg(exif('MM', 2, [300, 1])), 300],
	['Exif, little endian', jpeg(exif('II', 2, [6000, 10])), 600],
	['Exif to the centimetre', jpeg(exif('II', 3, [100, 1])), 254],
	['Exif without a unit', jpeg(exif('MM', undefined, [240, 1])), 240],
	['Exif after JFIF that knows nothing', jpeg(jfif(1, 72), exif('MM', 2, [300, 1])), 300],
	['JFIF before Exif that knows nothing', jpeg(jfif(1, 300), exif('MM', 2, [72, 1])), 300],
	['JFIF before Exif of other mind', jpeg(jfif(1, 200), exif('MM', 2, [300, 1])), 200],
	['a density after fill bytes and a comment', jpeg(segment(0xfe), Buffer.from([0xff]), jfif(1, 300)), 300],
])('%s', (_, bytes, density) => {
	expect(densityOf(bytes)).toBeCloseTo(density, 0);
});

test.each([
	['a PNG without pHYs', png(chunk('IDAT'), chunk('IEND'))],
	['pHYs behind the pixels', png(chunk('IDAT'), pHYs(11811))],
	['pHYs without a unit', png(pHYs(11811, 11811, 0))],
	['72', png(pHYs(2835))],
	['96 in pixels to the metre', png(pHYs(3780))],
	['96 in pixels to the centimetre', jpeg(jfif(2, 38))],
	['none', png(pHYs(0))],
	['more than anyone prints', png(pHYs(4_000_000_000))],
	['pixels that are not square', png(pHYs(11811, 5906))],
	['a ratio of JFIF', jpeg(jfif(0, 300))],
	['a unit that is none', jpeg(jfif(7, 300), exif('MM', 1, [300, 1]))],
	['Exif divided by nothing', jpeg(exif('MM', 2, [300, 0]))],
	['another segment of applications', jpeg(segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0')))],
	['behind the frame', Buffer.concat([jpeg(), jfif(1, 300)])],
])('nothing is told by %s', (_, bytes) => {
	expect(densityOf(bytes)).toBeUndefined();
});

test('a file that is cut off anywhere tells its density or nothing', () => {
	for (const whole of [png(pHYs(11811)), jpeg(jfif(1, 300)), jpeg(exif('II', 2, [300, 1]))]) {
		const found = Array.from({ length: whole.length }, (_, end) => densityOf(whole.subarray(0, end)));
		expect(found[0]).toBeUndefined();
		for (const density of found) expect([undefined, 300]).toContain(density && Math.round(density));
	}
});

test('an image is as large as its density says, and keeps its pixels', async () => {
	const made = () => sharp({ create: { width: 601, height: 400, channels: 3, background: 'red' } });
	const dense = { density: 300 };
	const folder = await makeFolder({
		'a.png': await made().withMetadata(dense).png().toBuffer(),
		'b.jpg': await made().withMetadata(dense).jpeg().toBuffer(),
		'c.png': await made().png().toBuffer(),
		'd.jpg': await made().withMetadata({ density: 72, orientation: 6 }).jpeg().toBuffer(),
		'e.jpg': await made()
			.withMetadata({ ...dense, orientation: 6 })
			.jpeg()
			.toBuffer(),
	});
	const { assets } = await readAssets(takeInventory(folder), noMemo);
	const sizes = [...assets.values()].map(({ width, height, pixels }) => [
		`${width} × ${height}`,
		`${pixels?.width} × ${pixels?.height}`,
	]);
	expect(sizes).toEqual([
		['192.32 × 128', '601 × 400'],
		['192.32 × 128', '601 × 400'],
		['601 × 400', '601 × 400'],
		['400 × 601', '400 × 601'],
		['128 × 192.32', '400 × 601'],
	]);
});

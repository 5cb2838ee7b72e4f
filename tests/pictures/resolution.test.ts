import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import type { Asset, PrintedPicture } from '../../scripts/model/index.ts';
import { checkResolution } from '../../scripts/pictures/index.ts';
import { edition, tree, unit } from '../support/edition.ts';
import { createReport } from '../support/report.ts';
import { flat, noise } from './made.ts';

/** Side of a square of one inch, in pt. */
const inch = 72;

interface Picture {
	readonly bytes: Buffer;
	readonly mediaType?: Asset['mediaType'];
}

/** An image of so many pixels on each side, printed an inch wide in line 3 of a piece. */
async function said(
	size: number,
	{ bytes, mediaType = 'image/png' }: Picture,
	printed: Partial<PrintedPicture> = {},
): Promise<readonly string[]> {
	const asset: Asset = {
		path: 'a.png',
		mediaType,
		width: size,
		height: size,
		pixels: { width: size, height: size },
		stamp: '1',
		read: async () => bytes,
	};
	const body = tree('\n\n<p><img src="a.png" alt="x"></p><p>\n<img src="a.png" alt="x"></p>');
	const report = createReport();
	const book = edition({
		units: [unit('zh-a', { body, file: 'a.zh.md' })],
		images: new Map([['a.png', asset]]),
	});
	const picture = { source: 'a.png', unit: 'zh-a', width: inch, height: inch, ...printed };
	await checkResolution(book, [picture], { memo: createMemo(), report: report.add });
	return report.list().map(({ file, line, column, severity, rule, message }) => {
		return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
	});
}

const photo = async (): Promise<Picture> => ({ bytes: await noise(40, 40).png().toBuffer() });

test('a photograph of 300 pixels to the inch is good, less is a warning, less than 150 an error', async () => {
	expect(await said(300, await photo())).toEqual([]);
	expect(await said(297, await photo())).toEqual([]);
	expect(await said(290, await photo())).toEqual([
		'a.zh.md:3:4 warning print-resolution the image "a.png" is printed 25 mm wide at 290 pixels to the inch; up to 24 mm wide (width="92") it would have 300',
	]);
	expect((await said(150, await photo()))[0]).toMatch('warning print-resolution ');
	expect((await said(145, await photo()))[0]).toMatch('error print-resolution-low ');
});

test('an image keeps its proportions, so the side counts on which it fills its box', async () => {
	expect(await said(300, await photo(), { height: inch * 1.2 })).toEqual([]);
	expect(await said(200, await photo(), { width: inch * 3, height: inch / 2 })).toEqual([]);
	expect(await said(300, await photo(), { width: inch * 4, height: inch * 1.2 })).toEqual([
		'a.zh.md:3:4 warning print-resolution the image "a.png" is printed 30 mm wide at 250 pixels to the inch; up to 25 mm wide (width="96") it would have 300',
	]);
});

test('small sizes are told in tenths', async () => {
	expect((await said(40, await photo(), { width: inch / 3, height: inch / 3 }))[0]).toContain(
		'is printed 8.5 mm wide at 120 pixels to the inch; up to 3.3 mm wide (width="12") it would have 300',
	);
});

/** Squares of two colours. */
function board(dark: string, bright: string): Sharp {
	const square = { create: { width: 20, height: 20, channels: 3, background: dark } } as const;
	return flat(40, 40, bright).composite([{ input: square, left: 0, top: 0 }]);
}

test.each([
	['1 bit', () => board('black', 'white').png({ palette: true, colours: 2 })],
	['gray', () => board('black', 'white').toColourspace('b-w').png()],
	['RGB', () => board('black', 'white').png()],
	['a GIF', () => board('black', 'white').gif()],
	['WebP without loss', () => board('black', 'white').webp({ lossless: true })],
])('black and white alone is line art: %s', async (_, made) => {
	const picture: Picture = { bytes: await made().toBuffer() };
	expect(await said(600, picture)).toEqual([]);
	expect((await said(590, picture))[0]).toMatch(
		/warning print-resolution the black and white image .* 590 pixels to the inch; up to .* it would have 600$/,
	);
	expect((await said(290, picture))[0]).toMatch('error print-resolution-low ');
});

const glass = { r: 0, g: 0, b: 0, alpha: 0.5 };

test.each([
	['another gray', () => board('#010101', 'white').png()],
	['a colour', () => board('#ff0000', 'white').png()],
	[
		'half transparent',
		() => sharp({ create: { width: 9, height: 9, channels: 4, background: glass } }).png(),
	],
	['16 bits', () => board('#808080', 'white').toColourspace('rgb16').png()],
])('an image with other tones is none: %s', async (_, made) => {
	expect(await said(310, { bytes: await made().toBuffer() })).toEqual([]);
});

test('a JPEG is never line art, and a damaged image is told of elsewhere', async () => {
	const bytes = await board('black', 'white').jpeg().toBuffer();
	expect(await said(310, { bytes, mediaType: 'image/jpeg' })).toEqual([]);
	expect(await said(310, { bytes: bytes.subarray(0, 50) })).toEqual([]);
});

test('a drawing has no pixels, and what is not shown no size', async () => {
	const bytes = await noise(4, 4).png().toBuffer();
	expect(await said(4, { bytes }, { width: 0, height: 0 })).toEqual([]);
	const report = createReport();
	const drawing: Asset = {
		path: 'a.svg',
		mediaType: 'image/svg+xml',
		width: 1,
		height: 1,
		stamp: '1',
		svg: '<svg/>',
		read: async () => bytes,
	};
	const book = edition({ images: new Map([['a.svg', drawing]]) });
	const printed = [{ source: 'a.svg', unit: 'zh-a', width: inch, height: inch }];
	await checkResolution(book, printed, { memo: createMemo(), report: report.add });
	expect(report.list()).toEqual([]);
});

test('each use is reported at its place', async () => {
	const { bytes } = await photo();
	const asset: Asset = {
		path: 'a.png',
		mediaType: 'image/png',
		width: 200,
		height: 200,
		pixels: { width: 200, height: 200 },
		stamp: '1',
		read: async () => bytes,
	};
	const body = tree('<p><img src="a.png" alt="x"></p>\n<p><img src="a.png" alt="x"></p>');
	const book = edition({
		units: [
			unit('zh-a', { body, file: 'a.zh.md' }),
			unit('zh-b', { body: tree('<img src="a.png" alt="x">'), file: 'b.zh.md' }),
		],
		images: new Map([['a.png', asset]]),
	});
	const printed = [
		{ source: 'a.png', unit: 'zh-a', width: inch / 2, height: inch / 2 },
		{ source: 'a.png', unit: 'zh-a', width: inch, height: inch },
		{ source: 'a.png', unit: 'zh-b', width: inch * 2, height: inch * 2 },
	];
	const report = createReport();
	await checkResolution(book, printed, { memo: createMemo(), report: report.add });
	expect(report.list().map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
		'a.zh.md:2 print-resolution',
		'b.zh.md:1 print-resolution-low',
	]);
});

import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { InkOptions, InkPart, InkStream } from '../../scripts/inks/index.ts';
import { convert, inked, page, stream } from './works.ts';

const image = (rest: string) => `/Type /XObject /Subtype /Image ${rest}`;

async function convertImage(
	source: InkStream,
	options: Partial<InkOptions> & Pick<InkOptions, 'color'>,
	rest: Partial<InkPart> = {},
) {
	const { streams = [], ...others } = rest;
	const resources = { XObject: { X1: '@s0;' } };
	const part = await convert(
		page('/X1 Do', { ...others, streams: [source, ...streams], resources }),
		options,
	);
	return { found: part.streams[0] as InkStream, part };
}

/** Samples of an image: rows are differences from the left or from above (PNG, 9.2). */
function samplesOf({ entries, bytes }: InkStream): readonly number[] {
	const columns = Number(/\/Columns (\d+)/.exec(entries)?.[1]);
	const channels = Number(/\/Colors (\d+)/.exec(entries)?.[1]);
	const raw = inflateSync(bytes);
	const row = columns * channels;
	const samples: number[] = [];
	for (let at = 0; at < raw.length; at += row + 1) {
		for (let x = 0; x < row; x++) {
			const end = samples.length;
			const before =
				raw[at] === 2 ? samples[end - row] : raw[at] === 1 && x >= channels ? samples[end - channels] : 0;
			samples.push(((raw[at + 1 + x] ?? 0) + (before ?? 0)) & 255);
		}
	}
	return samples;
}

/** Two rows of two pixels: red, white; blue, black. */
const four = Uint8Array.of(255, 0, 0, 255, 255, 255, 0, 0, 255, 0, 0, 0);
const rgb = image('/Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8');

describe('images in colour', () => {
	test('have four inks, the same as fields of their colours', async () => {
		const { found } = await convertImage(stream(rgb, four), { color: 'cmyk' });
		expect(found.entries).toContain('/ColorSpace /DeviceCMYK');
		const samples = samplesOf(found);
		const red = (await inked('1 0 0 rg', { color: 'cmyk' })).split(' ').slice(0, 4).map(Number);
		samples.slice(0, 4).forEach((value, ink) => void expect(value / 255).toBeCloseTo(red[ink] ?? -1, 1));
		expect(samples.slice(4, 8)).toEqual([0, 0, 0, 0]);
		expect(samples[15]).toBeGreaterThan(200);
	});

	test('are gray in gray', async () => {
		const { found } = await convertImage(stream(rgb, four), { color: 'gray' });
		expect(found.entries).toContain('/ColorSpace /DeviceGray');
		const [red = 0, white, blue = 0, black] = samplesOf(found);
		expect([white, black]).toEqual([255, 0]);
		expect(red).toBeGreaterThan(blue);
	});

	test('stay as they are in rgb', async () => {
		const source = stream(rgb, four);
		const { found } = await convertImage(source, { color: 'rgb' });
		expect(found).toEqual(source);
	});

	test('keep what they are seen through', async () => {
		const mask = stream(
			image('/Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8'),
			Uint8Array.of(0, 128, 200, 255),
		);
		const { found, part } = await convertImage(
			stream(`${rgb} /SMask @s1;`, four),
			{ color: 'cmyk' },
			{ streams: [mask] },
		);
		expect(found.entries).toContain('/SMask @s1;');
		expect(part.streams[1]).toEqual(mask);
	});

	test('with shadows keep them apart: the darkest colours are not all one', async () => {
		const dark = Uint8Array.of(8, 8, 10, 24, 24, 26, 40, 40, 42, 56, 56, 58);
		const samples = samplesOf((await convertImage(stream(rgb, dark), { color: 'cmyk' })).found);
		const sums = [0, 4, 8, 12].map((at) => samples.slice(at, at + 4).reduce((sum, ink) => sum + ink, 0));
		expect(new Set(sums).size).toBe(4);
		expect(sums).toEqual(sums.toSorted((a, b) => b - a));
	});
});

describe('images without colour are black ink alone', () => {
	test.each(['gray', 'cmyk'] as const)('in %s', async (color) => {
		const { found } = await convertImage(
			stream(rgb, Uint8Array.of(0, 0, 0, 255, 255, 255, 99, 99, 99, 200, 200, 200)),
			{ color },
		);
		expect(found.entries).toContain('/ColorSpace /DeviceGray');
		const [black, white, dark = 0, light = 0] = samplesOf(found);
		expect([black, white]).toEqual([0, 255]);
		expect(light).toBeGreaterThan(dark);
	});

	test('whatever their samples are', async () => {
		const kinds: readonly (readonly [string, Uint8Array])[] = [
			['/ColorSpace /DeviceGray /BitsPerComponent 1', Uint8Array.of(0b0100_0000)],
			['/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]', Uint8Array.of(0b1000_0000)],
			['/ColorSpace /DeviceGray /BitsPerComponent 4', Uint8Array.of(0x0f)],
			['/ColorSpace /DeviceGray /BitsPerComponent 16', Uint8Array.of(0, 0, 255, 255)],
			['/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 1', Uint8Array.of(0b0100_0000)],
			['/ColorSpace [/Indexed /DeviceRGB 1 <ffffff000000>] /BitsPerComponent 8', Uint8Array.of(1, 0)],
		];
		for (const [entries, bytes] of kinds) {
			const { found } = await convertImage(stream(image(`/Width 2 /Height 1 ${entries}`), bytes), {
				color: 'cmyk',
			});
			expect([entries, samplesOf(found)]).toEqual([entries, [0, 255]]);
			expect(found.entries).not.toContain('Decode [');
		}
	});
});

describe('JPEG', () => {
	test('is unpacked', async () => {
		const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c02020' } })
			.jpeg()
			.toBuffer();
		const entries = image(
			'/Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /ColorTransform 0',
		);
		const { found } = await convertImage({ entries, bytes: jpeg }, { color: 'cmyk' });
		expect(found.entries).toContain('/Filter /FlateDecode');
		expect(found.entries).not.toContain('ColorTransform');
		const [cyan = 0, magenta = 0] = samplesOf(found);
		expect(magenta).toBeGreaterThan(cyan + 100);
	});

	test('that cannot be read stays as it is', async () => {
		const entries = image('/Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode');
		const source = { entries, bytes: Buffer.from('no picture') };
		expect((await convertImage(source, { color: 'cmyk' })).found).toEqual(source);
	});
});

test('stencils and images in inks stay as they are', async () => {
	for (const rest of ['/ImageMask true /BitsPerComponent 1', '/ColorSpace /DeviceCMYK /BitsPerComponent 8']) {
		const source = stream(image(`/Width 1 /Height 1 ${rest}`), Uint8Array.of(1, 2, 3, 4));
		expect((await convertImage(source, { color: 'cmyk' })).found).toEqual(source);
	}
});

test('an image in a mask keeps its luminosity', async () => {
	const streams = [
		stream(
			'/Subtype /Form /Group <</S /Transparency /CS /DeviceRGB>> /Resources <</XObject <</X1 @s1;>>>>',
			'/X1 Do',
		),
		stream(rgb, four),
	];
	const objects = ['<</SMask <</S /Luminosity /G @s0;>>>>'];
	const part = await convert(page('', { streams, objects, resources: { ExtGState: { G1: '@o0;' } } }), {
		color: 'cmyk',
	});
	expect(samplesOf(part.streams[1] as InkStream)).toEqual([76, 255, 28, 0]);
});

test('too much ink is taken away, and the image is named', async () => {
	const source = stream(
		rgb,
		Uint8Array.from({ length: 12 }, (_, at) => (at < 6 ? 20 + at * 9 : 250)),
	);
	const free = await convertImage(source, { color: 'cmyk' });
	const held = await convertImage(source, { color: 'cmyk', totalInk: 110 });
	const most = (found: InkStream) => {
		const samples = samplesOf(found);
		return Math.max(
			...[0, 4, 8, 12].map((at) => samples.slice(at, at + 4).reduce((sum, ink) => sum + ink / 2.55, 0)),
		);
	};
	expect(most(free.found)).toBeGreaterThan(120);
	expect(free.part).toMatchObject({ heavy: [] });
	expect(most(held.found)).toBeLessThanOrEqual(110);
	expect(held.part).toMatchObject({
		heavy: [{ width: 2, height: 2, page: 0, ink: Math.round(most(free.found)) }],
	});
});

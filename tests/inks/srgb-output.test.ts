import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { openInks } from '../../scripts/inks/index.ts';
import { labOf, toLinear } from '../../scripts/inks/lab.ts';
import { srgbOutputProfile } from '../../scripts/inks/srgb-output.ts';

const bytes = Buffer.from(srgbOutputProfile());

let folder: string;
let file: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'profile-'));
	file = join(folder, 'srgb-output.icc');
	await writeFile(file, bytes);
});
afterAll(() => rm(folder, { recursive: true }));

type Color = readonly [number, number, number];

/** Colours as lcms (in sharp) sends them through the profile: the numbers of the device, and what these look like. */
async function through(colors: readonly Color[]) {
	const raw = { width: colors.length, height: 1, channels: 3 } as const;
	const png = await sharp(Uint8Array.from(colors.flat()), { raw }).withIccProfile(file).png().toBuffer();
	const { icc } = await sharp(png).metadata();
	// libvips takes another profile where it cannot use one.
	expect(icc && bytes.equals(icc)).toBe(true);
	const device = await sharp(png, { ignoreIcc: true }).raw().toBuffer();
	const back = await sharp(png).toColourspace('srgb').raw().toBuffer();
	return { device: colorsOf(device), back: colorsOf(back) };
}

function colorsOf(data: Uint8Array): readonly Color[] {
	return Array.from(
		{ length: data.length / 3 },
		(_, at) => [...data.subarray(at * 3, at * 3 + 3)] as unknown as Color,
	);
}

function distance(one: Color, other: Color): number {
	const [a, b] = [one, other].map((color) => labOf(color.map(toLinear) as unknown as Color)) as [
		Color,
		Color,
	];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const levels = Array.from({ length: 18 }, (_, step) => step * 15);
const grid: readonly Color[] = levels.flatMap((red) =>
	levels.flatMap((green) => levels.map((blue): Color => [red, green, blue])),
);

function furthest(colors: readonly Color[], found: readonly Color[]): number {
	expect(found).toHaveLength(colors.length);
	return colors.reduce((most, color, at) => Math.max(most, distance(color, found[at] ?? [0, 0, 0])), 0);
}

test('colours keep within 1 of CIELAB on the way to the device and back', async () => {
	const { device, back } = await through(grid);
	expect(furthest(grid, device)).toBeLessThan(1);
	expect(furthest(grid, back)).toBeLessThan(1);
});

test('so do any others', async () => {
	const level = fc.integer({ min: 0, max: 255 });
	const colors = fc.array(fc.tuple(level, level, level), { minLength: 200, maxLength: 1000 });
	await fc.assert(
		fc.asyncProperty(colors, async (some) => {
			const { device, back } = await through(some);
			expect(furthest(some, device)).toBeLessThan(1);
			expect(furthest(some, back)).toBeLessThan(1);
		}),
		{ numRuns: 10 },
	);
});

test('neutrals stay neutral, black black and white white', async () => {
	const grays = Array.from({ length: 256 }, (_, level): Color => [level, level, level]);
	const { device, back } = await through(grays);
	for (const found of [device, back]) {
		expect(found[0]).toEqual([0, 0, 0]);
		expect(found[255]).toEqual([255, 255, 255]);
		for (const [red, green, blue] of found) expect([green, blue]).toEqual([red, red]);
	}
});

/** Where the data of each tag lies (ICC.1:2001-04, 6.2). */
const tags = new Map(
	Array.from({ length: bytes.readUInt32BE(128) }, (_, index) => {
		const at = 132 + index * 12;
		const place = { offset: bytes.readUInt32BE(at + 4), size: bytes.readUInt32BE(at + 8) };
		return [bytes.toString('latin1', at, at + 4), place];
	}),
);

function dataOf(signature: string): Buffer {
	const { offset, size } = tags.get(signature) ?? { offset: 0, size: 0 };
	return bytes.subarray(offset, offset + size);
}

test('its header is that of a printer with colours in RGB and tables of CIELAB', () => {
	expect(bytes.readUInt32BE(0)).toBe(bytes.length);
	expect(bytes.readUInt16BE(8)).toBe(0x0210);
	expect(bytes.toString('latin1', 12, 24)).toBe('prtrRGB Lab ');
	expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
	// D50.
	const illuminant = [68, 72, 76].map((at) => bytes.readInt32BE(at) / 0x10000);
	expect(illuminant.map((one) => Number(one.toFixed(4)))).toEqual([0.9642, 1, 0.8249]);
});

test('it has all tags that an output profile needs, each whole, and shares what is the same', () => {
	expect([...tags.keys()].toSorted()).toEqual(
		['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'cprt', 'desc', 'gamt', 'wtpt'].toSorted(),
	);
	for (const { offset, size } of tags.values()) {
		expect(offset % 4).toBe(0);
		expect(offset).toBeGreaterThanOrEqual(132 + tags.size * 12);
		expect(offset + size).toBeLessThanOrEqual(bytes.length);
	}
	expect(tags.get('A2B1')).toEqual(tags.get('A2B0'));
	expect(tags.get('B2A2')).toEqual(tags.get('B2A0'));
	const channels = { A2B0: [3, 3], B2A0: [3, 3], gamt: [3, 1] };
	for (const [signature, [from, to]] of Object.entries(channels)) {
		const data = dataOf(signature);
		const [nodes = 0, input, output] = [data[10], data.readUInt16BE(48), data.readUInt16BE(50)];
		expect(data.toString('latin1', 0, 4)).toBe('mft2');
		expect([data[8], data[9]]).toEqual([from, to]);
		expect(Math.max(input, output)).toBeLessThanOrEqual(4096);
		expect(data).toHaveLength(52 + 2 * (3 * input + nodes ** 3 * (to ?? 0) + (to ?? 0) * output));
	}
});

test('it tells colours that sRGB does not have from those that it has', () => {
	const inside = grid.map((color) => beyond(labOf(color.map(toLinear) as unknown as Color)));
	// The grid is coarse: at the edge it may be wrong.
	expect(inside.filter((value) => value > 0).length).toBeLessThan(inside.length / 30);
	expect(beyond([50, 0, 0])).toBe(0);
	expect(beyond([95, 80, 0])).toBeGreaterThan(0.5);
	expect(beyond([50, -80, -60])).toBeGreaterThan(0.5);
	expect(beyond([10, 60, 60])).toBeGreaterThan(0.5);
});

/** What `gamt` says of a colour, by a reader of lut16Type of its own. */
function beyond([lightness, a, b]: Color): number {
	const data = dataOf('gamt');
	const [nodes, input, output] = [data[10] ?? 0, data.readUInt16BE(48), data.readUInt16BE(50)];
	const table = (start: number, length: number, share: number) => {
		const at = Math.min(1, Math.max(0, share)) * (length - 1);
		const low = Math.min(length - 2, Math.floor(at));
		const [left, right] = [low, low + 1].map((one) => data.readUInt16BE(start + one * 2) / 0xffff) as [
			number,
			number,
		];
		return left + (right - left) * (at - low);
	};
	const shares = [(lightness * 652.8) / 0xffff, ((a + 128) * 256) / 0xffff, ((b + 128) * 256) / 0xffff];
	const places = shares.map((share, channel) => table(52 + channel * input * 2, input, share) * (nodes - 1));
	const start = 52 + 3 * input * 2;
	let sum = 0;
	for (let corner = 0; corner < 8; corner++) {
		let weight = 1;
		let node = 0;
		places.forEach((place, channel) => {
			const low = Math.min(nodes - 2, Math.floor(place));
			const step = (corner >> channel) & 1;
			weight *= step ? place - low : 1 - (place - low);
			node = node * nodes + low + step;
		});
		sum += (weight * data.readUInt16BE(start + node * 2)) / 0xffff;
	}
	return table(start + nodes ** 3 * 2, output, sum);
}

test('it is small, and always the same', () => {
	expect(bytes.equals(srgbOutputProfile())).toBe(true);
	expect(bytes.length).toBeLessThan(150_000);
	expect(deflateSync(bytes).length).toBeLessThan(130_000);
});

test('a book in RGB is made for it where no profile is named', async () => {
	const report = createReport();
	const options = { totalInk: 300, colors: [], memo: createMemo(), report: report.add };
	const works = await openInks({ color: 'rgb', ...options });
	expect(report.list()).toEqual([]);
	expect(works?.profile).toMatchObject({ channels: 3, name: 'sRGB' });
	expect(bytes.equals(works?.profile.bytes ?? new Uint8Array())).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { readProgram, run } from '../../scripts/inks/calculator.ts';
import { readRamp } from '../../scripts/inks/functions.ts';
import type { InkPart } from '../../scripts/inks/index.ts';
import { PartCopy } from '../../scripts/inks/part-copy.ts';
import { type Dictionary, isDictionary, readEntries } from '../../scripts/inks/syntax.ts';
import { convert, inked, page, stream, textOf } from './works.ts';

type Model = 'gray' | 'cmyk';

/** The shading of a page that is filled with it, in inks. */
async function convertShading(shading: string, color: Model, streams: InkPart['streams'] = []) {
	const patterns = { P1: { entries: `/PatternType 2 /Shading <<${shading}>>` } };
	const part = await convert(page('/Pattern cs /P1 scn f', { patterns, streams }), { color });
	const pattern = readEntries(part.pages[0]?.patterns.P1?.entries ?? '');
	const found = pattern.entries.get('Shading');
	if (!isDictionary(found)) throw new Error('No shading.');
	return { shading: found, part };
}

/** Inks along a gradient. */
async function along(shading: string, color: Model, streams: InkPart['streams'] = []) {
	const { shading: found, part } = await convertShading(shading, color, streams);
	const ramp = readRamp(found.entries.get('Function'), new PartCopy(part));
	if (!ramp) throw new Error('No function.');
	return { at: (t: number) => ramp.at(t).map((value) => Number(value.toFixed(3))), found };
}

/** Inks of a flat field, as four numbers. */
async function flat(rgb: string): Promise<readonly number[]> {
	const words = (await inked(`${rgb} rg`, { color: 'cmyk' })).split(' ');
	const values = words.slice(0, -1).map(Number);
	return values.length === 1 ? [0, 0, 0, 1 - (values[0] ?? 0)] : values;
}

function closeTo(found: readonly number[], expected: readonly number[]): void {
	expect(found).toHaveLength(expected.length);
	found.forEach((value, index) => void expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 2));
}

function line(first: string, last: string): string {
	return `<</FunctionType 2 /Domain [0 1] /C0 [${first}] /C1 [${last}] /N 1>>`;
}

const axial = '/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] /Extend [true true]';

describe('gradients along a line', () => {
	test('begin and end with the inks of flat fields', async () => {
		const { at, found } = await along(`${axial} /Function ${line('.1216 .2275 .3725', '1 0 0')}`, 'cmyk');
		expect(found.entries.get('ColorSpace')).toBe('/DeviceCMYK');
		closeTo(at(0), await flat('.1216 .2275 .3725'));
		closeTo(at(1), await flat('1 0 0'));
	});

	test('of grays are black ink alone all the way, and none of it jumps', async () => {
		const { at } = await along(`${axial} /Function ${line('1 1 1', '0 0 0')}`, 'cmyk');
		const inks = Array.from({ length: 101 }, (_, step) => at(step / 100));
		expect(inks.every(([cyan, magenta, yellow]) => cyan === 0 && magenta === 0 && yellow === 0)).toBe(true);
		const blacks = inks.map(([, , , black = 0]) => black);
		expect([blacks[0], blacks[100]]).toEqual([0, 1]);
		expect(Math.max(...blacks.slice(1).map((black, index) => black - (blacks[index] ?? 0)))).toBeLessThan(
			0.05,
		);
	});

	test('keep hard stops hard', async () => {
		const parts = `/Functions [${line('1 0 0', '1 0 0')} ${line('0 0 1', '0 0 1')}]`;
		const stops = `<</FunctionType 3 /Domain [0 1] ${parts} /Bounds [.5] /Encode [0 1 0 1]>>`;
		const { at } = await along(`${axial} /Function ${stops}`, 'cmyk');
		closeTo(at(0.4999), await flat('1 0 0'));
		closeTo(at(0.5001), await flat('0 0 1'));
	});

	test('by samples keep to them', async () => {
		const samples = stream(
			'/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [3] /BitsPerSample 8',
			Uint8Array.of(255, 255, 255, 0, 0, 255, 0, 0, 0),
		);
		const { at } = await along(`${axial} /Function @s0;`, 'cmyk', [samples]);
		closeTo(at(0), [0, 0, 0, 0]);
		closeTo(at(0.5), await flat('0 0 1'));
		closeTo(at(1), [0, 0, 0, 1]);
	});

	test('of one number each for red, green and blue', async () => {
		const one = (first: number, last: number) => line(String(first), String(last));
		const { at } = await along(`${axial} /Function [${one(1, 0)} ${one(1, 0)} ${one(1, 0)}]`, 'gray');
		expect([at(0), at(1)]).toEqual([[1], [0]]);
	});

	test('stay as they are where the function cannot be read', async () => {
		const { shading } = await convertShading(`${axial} /Function <</FunctionType 9>>`, 'cmyk');
		expect(shading.entries.get('ColorSpace')).toBe('/DeviceRGB');
	});
});

// As the browser writes them.
const stripes =
	'{pop dup truncate sub dup 0 le {1 add} if dup 0 le {pop 1 0 0 0} if dup dup 0 gt exch 1 le and { dup .5 le { 0 sub pop 1 0 0  }{ .5 sub pop 1 1 1  } ifelse 0} if 0 gt {1 1 1} if }';
const conic =
	'{exch atan 360 div dup 0 le {pop 1 0 0 0} if dup dup 0 gt exch 1 le and { dup .5 le { 0 sub 1 exch 2 mul 0  }{ .5 sub dup -2 mul 1 add exch dup -2 mul 1 add exch 2 mul  } ifelse 0} if 0 gt {0 0 1} if }';
const faded =
	'{pop dup 0 le {pop 0 0 0 0 0} if dup dup 0 gt exch 1 le and { dup .5 le { 0 sub pop 0 0 0 0  }{ .5 sub dup .345 mul exch dup .62 mul exch dup .9725 mul exch 2 mul  } ifelse 0} if 0 gt {.1725 .3098 .4863 1} if dup abs 0.00001 lt{ pop pop pop pop 0 0 0 }{ dup 3 1 roll div 4 1 roll dup 3 1 roll div 4 1 roll div 3 1 roll} ifelse }';

function calculator(program: string) {
	const entries = '/FunctionType 4 /Domain [-2 2 -2 2] /Range [0 1 0 1 0 1]';
	return [stream(entries, program)];
}

const plane = '/ShadingType 1 /ColorSpace /DeviceRGB /Domain [-2 2 -2 2] /Function @s0;';

describe('gradients by calculator functions', () => {
	test('stripes become a gradient along a line with hard stops', async () => {
		const { at, found } = await along(plane, 'cmyk', calculator(stripes));
		expect(found.entries.get('ShadingType')).toBe('2');
		expect(found.entries.get('Coords')).toEqual(['-2', '0', '2', '0']);
		for (const start of [-2, -1, 0, 1]) {
			closeTo(at(start + 0.01), await flat('1 0 0'));
			closeTo(at(start + 0.49), await flat('1 0 0'));
			closeTo(at(start + 0.51), [0, 0, 0, 0]);
			closeTo(at(start + 0.99), [0, 0, 0, 0]);
		}
	});

	test('what fades away keeps its colour where it is seen', async () => {
		const { at } = await along(plane, 'cmyk', calculator(faded));
		closeTo(at(0.51), await flat('.1725 .3098 .4863'));
		closeTo(at(0.9), await flat('.1725 .3098 .4863'));
		closeTo(at(1.9), await flat('.1725 .3098 .4863'));
	});

	test('round a point the program is written anew', async () => {
		const { shading, part } = await convertShading(plane, 'cmyk', calculator(conic));
		expect(shading.entries.get('ShadingType')).toBe('1');
		const program = readProgram(textOf(part.streams[0])) ?? [];
		const at = (degrees: number) => {
			const stack = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
			run(program, stack);
			return stack;
		};
		expect(part.streams[0]?.entries).toContain('/Range [0 1 0 1 0 1 0 1]');
		closeTo(at(0.01), await flat('1 0 0'));
		closeTo(at(180), await flat('1 1 0'));
		closeTo(at(359.99), await flat('0 0 1'));
	});

	test('of another form are taken in samples', async () => {
		const { shading, part } = await convertShading(plane, 'cmyk', calculator('{gt {1 0 0}{0 0 1} ifelse}'));
		expect(shading.entries.get('ColorSpace')).toBe('/DeviceCMYK');
		const bytes = Buffer.from(textOf(part.streams[0]), 'latin1');
		expect(part.streams[0]?.entries).toContain('/FunctionType 0');
		const inks = (column: number, row: number) =>
			[...bytes.subarray((row * 256 + column) * 4, (row * 256 + column) * 4 + 4)].map((value) => value / 255);
		closeTo(inks(200, 20), await flat('1 0 0'));
		closeTo(inks(20, 200), await flat('0 0 1'));
	});

	test('that are broken stay as they are', async () => {
		const { shading } = await convertShading(plane, 'cmyk', calculator('{pop pop pop pop'));
		expect(shading.entries.get('ColorSpace')).toBe('/DeviceRGB');
	});
});

test('a background is in inks, too', async () => {
	const { shading } = await convertShading(
		`${axial} /Background [1 1 1] /Function ${line('1 0 0', '0 0 1')}`,
		'gray',
	);
	expect((shading as Dictionary).entries.get('Background')).toEqual(['1']);
});

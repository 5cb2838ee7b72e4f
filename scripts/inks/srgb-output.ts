import { descriptionType, textType, writeProfile, xyzType } from '../pdf/icc-profile.ts';
import type { Triple } from '../pdf/matrix.ts';
import { connection, toCode, toLight } from '../pdf/srgb.ts';
import { labOf, lightOf } from './lab.ts';
import { type Curve, type Lut, lut16Type, straight } from './lut16.ts';

/**
 * An ICC profile of sRGB as if it were a printer's: version 2, of an output device, with tables from and to CIELAB
 * (ICC.1:2001-04, 6.3.3.2), for PDF/X asks for that class (ISO 15930-7, 6.2.2). White is that of the connection space,
 * so all intents are the same; what sRGB has not is held at its edge, channel by channel, as from profiles of screens.
 * Always the same bytes.
 */
export function srgbOutputProfile(): Uint8Array {
	const [toLab, fromLab] = [lut16Type(deviceToLab), lut16Type(labToDevice)];
	return writeProfile({
		deviceClass: 'prtr',
		space: 'Lab ',
		tags: [
			['desc', descriptionType('sRGB')],
			['cprt', textType('CC0')],
			['wtpt', xyzType(connection)],
			['A2B0', toLab],
			['A2B1', toLab],
			['A2B2', toLab],
			['B2A0', fromLab],
			['B2A1', fromLab],
			['B2A2', fromLab],
			['gamt', lut16Type(gamut)],
		],
	});
}

// Lab in 16 bits (ICC.1:2001-04, annex A): L* 100 is 0xff00; a* and b* have 256 steps a unit and 0 at 0x8000.
const topLightness = (100 * 0xffff) / 0xff00;
const toShares = ([l, a, b]: Triple): Triple => [l / topLightness, shareOf(a), shareOf(b)];
const shareOf = (value: number) => ((value + 128) * 256) / 0xffff;
const chromaOf = (share: number) => (share * 0xffff) / 256 - 128;

/** By this power the nodes of a grid are closer in the dark, where CIELAB bends most: the least error was found so. */
const crowding = 1.4;
const toPlace = (lightness: number) => Math.min(1, Math.max(0, lightness / 100)) ** (1 / crowding);
const toLightness = (place: number) => 100 * place ** crowding;

/** Lightness of a neutral of this light, and back: along neutrals the grid is a straight line. */
const lightnessOf = (light: number) => labOf([light, light, light])[0];
const neutralOf = (lightness: number) => lightOf([lightness, 0, 0])[1];

const coded: Curve = (code) => toPlace(lightnessOf(toLight(code)));

/** Steps of a curve of codes: each of 8 bits meets one. */
const codeSteps = 255 * 4;

const deviceToLab: Lut = {
	input: { steps: codeSteps, curves: [coded, coded, coded] },
	grid: {
		nodes: 19,
		at: (place) => {
			const [red, green, blue] = place.map((share) => neutralOf(toLightness(share))) as unknown as Triple;
			return toShares(labOf([red, green, blue]));
		},
	},
	output: { channels: 3, steps: 1, curve: straight },
};

/**
 * The part of CIELAB that the grids below cover: all of sRGB, which has a* from -79.3 to 93.6 and b* from -112 to 93.4.
 * 0 is a node of 22 steps.
 */
const sides = { a: [-85, 102], b: [-117, 97.5] } as const;

/** From what Lab has in 16 bits to a place in a grid. */
const labCurves: Lut['input'] = {
	steps: 512,
	curves: [(share) => toPlace(share * topLightness), within(sides.a), within(sides.b)],
};

function within([low, high]: readonly [number, number]): Curve {
	return (share) => (chromaOf(share) - low) / (high - low);
}

function labAt([lightness, a, b]: Triple): Triple {
	const between = ([low, high]: readonly [number, number], share: number) => low + share * (high - low);
	return [toLightness(lightness), between(sides.a, a), between(sides.b, b)];
}

/** Light that the grid holds, so far below 0 and above 1 that inside sRGB it has no bend at the edge. */
const range = { low: -0.25, high: 1.25 } as const;
const whole = range.high - range.low;

const labToDevice: Lut = {
	input: labCurves,
	grid: {
		nodes: 23,
		// Light, for codes bend where they go through 0.
		at: (place) => lightOf(labAt(place)).map((light) => (light - range.low) / whole),
	},
	// 1024 steps from 0 to 1, and both ends meet one.
	output: { channels: 3, steps: 1024 * whole, curve: (share) => toCode(held(range.low + share * whole)) },
};

/** Distance in CIELAB to what is printed instead, up to which a colour counts as one of sRGB; the grid is no finer. */
const tolerance = 5;
const farthest = 64;

/** 0 for the colours that sRGB has, else anything more (6.4.20). */
const gamut: Lut = {
	input: labCurves,
	grid: {
		nodes: 15,
		at: (place) => {
			const lab = labAt(place);
			const [red, green, blue] = lightOf(lab);
			const printed = labOf([held(red), held(green), held(blue)]);
			return [Math.hypot(...lab.map((value, index) => value - (printed[index] ?? 0))) / farthest];
		},
	},
	output: { channels: 1, steps: farthest, curve: (share) => (share * farthest > tolerance ? 1 : 0) },
};

function held(light: number): number {
	return Math.min(1, Math.max(0, light));
}

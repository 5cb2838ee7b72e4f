import { apply, inverse, type Matrix, type Triple, transposed } from '../pdf/matrix.ts';
import { adaptedPrimaries, connection, toCode, toLight } from '../pdf/srgb.ts';

/** Red, green and blue of the screen (sRGB, IEC 61966-2-1), each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** From red, green and blue light to X, Y and Z under D50, and back. */
const toXyz = transposed(adaptedPrimaries() as unknown as Matrix);
const fromXyz = inverse(toXyz);

/** Linear light of a channel, from 0 to 1. */
export function toLinear(value: number): number {
	return toLight(value / 255);
}

/** A channel, from 0 to 255, of linear light. */
export function fromLinear(light: number): number {
	return 255 * toCode(Math.min(1, Math.max(0, light)));
}

/** Luminance Y from 0 to 1 under D50, as profiles count it. */
export function luminance(rgb: Rgb): number {
	return apply(toXyz, light(rgb))[1];
}

/** Lightness L* from 0 to 100 of a luminance (CIE 15, 8.2.1). */
export function lightness(y: number): number {
	return 116 * root(y) - 16;
}

/** CIELAB under D50 of red, green and blue light, each from 0 to 1 (CIE 15, 8.2.1). */
export function labOf(light: Triple): Triple {
	const [x, y, z] = apply(toXyz, light);
	const [red, green, blue] = [root(x / connection[0]), root(y), root(z / connection[2])];
	return [116 * green - 16, 500 * (red - green), 200 * (green - blue)];
}

/** Red, green and blue light of CIELAB under D50; below 0 and above 1 outside of sRGB. */
export function lightOf([l, a, b]: Triple): Triple {
	const y = (l + 16) / 116;
	return apply(fromXyz, [connection[0] * cube(y + a / 500), cube(y), connection[2] * cube(y - b / 200)]);
}

/** Distance from the grey axis in CIELAB, the white of which is D50 (sRGB adapted by Bradford). */
export function chroma(rgb: Rgb): number {
	const [, a, b] = labOf(light(rgb));
	return Math.hypot(a, b);
}

/** Whether a colour counts as grey: at most 10 from the grey axis, and near white less, for cream is no grey there. */
export function isNeutral(rgb: Rgb): boolean {
	const limit = Math.min(10, 1.5 + 0.4 * (100 - lightness(luminance(rgb))));
	return chroma(rgb) <= limit;
}

function light([red, green, blue]: Rgb): Triple {
	return [toLinear(red), toLinear(green), toLinear(blue)];
}

/** The function of CIE 15, 8.2.1. */
function root(t: number): number {
	return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

/** Its inverse. */
function cube(t: number): number {
	return t > 6 / 29 ? t ** 3 : ((116 * t - 16) * 27) / 24389;
}

/** Red, green and blue of the screen (sRGB, IEC 61966-2-1), each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Linear light of a channel, from 0 to 1 (IEC 61966-2-1, 5.2). */
export function toLinear(value: number): number {
	const share = value / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** A channel, from 0 to 255, of linear light. */
export function fromLinear(light: number): number {
	const bounded = Math.min(1, Math.max(0, light));
	return 255 * (bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055);
}

/** Luminance Y from 0 to 1 under D50, as profiles count it. */
export function luminance([red, green, blue]: Rgb): number {
	return 0.2225045 * toLinear(red) + 0.7168786 * toLinear(green) + 0.0606169 * toLinear(blue);
}

/** Lightness L* from 0 to 100 of a luminance (CIE 15, 8.2.1). */
export function lightness(y: number): number {
	return 116 * root(y) - 16;
}

/** Distance from the grey axis in CIELAB, the white of which is D50 (sRGB adapted by Bradford). */
export function chroma(rgb: Rgb): number {
	const [red, green, blue] = rgb.map(toLinear) as unknown as Rgb;
	const x = (0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / 0.96422;
	const z = (0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / 0.82521;
	const y = root(luminance(rgb));
	return Math.hypot(500 * (root(x) - y), 200 * (y - root(z)));
}

/** Whether a colour counts as grey: at most 10 from the grey axis, and near white less, for cream is no grey there. */
export function isNeutral(rgb: Rgb): boolean {
	const limit = Math.min(10, 1.5 + 0.4 * (100 - lightness(luminance(rgb))));
	return chroma(rgb) <= limit;
}

/** The function of CIE 15, 8.2.1. */
function root(t: number): number {
	return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

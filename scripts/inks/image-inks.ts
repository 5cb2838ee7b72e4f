import type { InkModel } from '../model/index.ts';
import { type BlackInk, grayOfLuminance, lift } from './black-ink.ts';
import { type EngineProfile, toCmyk } from './engine.ts';
import type { ScreenPixels } from './image-pixels.ts';
import { luminance, toLinear } from './lab.ts';

/** An image in inks: one channel, 255 for bare paper, or four, 255 for full ink. */
export interface InkPixels {
	readonly channels: 1 | 4;
	readonly data: Uint8Array;
	/** Share of pixels, 0 to 1, from which ink was taken because more lay there than may, and the most that did. */
	readonly heavy: number;
	readonly heaviest: number;
}

export interface ImageInks {
	readonly model: Exclude<InkModel, 'rgb'>;
	readonly black: BlackInk;
	readonly profile?: EngineProfile;
	/** Most ink on one spot, 4 for all of each. */
	readonly totalInk: number;
}

/** Puts an image into inks; one without colour is printed in black alone. */
export async function separate(pixels: ScreenPixels, inks: ImageInks): Promise<InkPixels> {
	const { model, black, profile } = inks;
	if (pixels.channels === 1) {
		const table = Uint8Array.from({ length: 256 }, (_, value) => grayLevel(toLinear(value), black));
		return gray(pixels.data.map((value) => table[value] ?? 0));
	}
	if (model === 'gray' || !profile) return gray(grayPixels(pixels.data, black));
	const lifted = Uint16Array.from({ length: 256 }, (_, value) => Math.round(lift(value, black) * 257));
	const wide = new Uint16Array(pixels.data.length);
	for (let at = 0; at < wide.length; at++) wide[at] = lifted[pixels.data[at] ?? 0] ?? 0;
	const { width, height } = pixels;
	return bounded(await toCmyk({ width, height, data: wide }, profile), inks.totalInk);
}

/** Luminosity of an image that is part of a mask, see `maskMixer`. */
export function luminosity({ channels, data }: ScreenPixels): InkPixels {
	if (channels === 1) return gray(data);
	const levels = new Uint8Array(data.length / 3);
	for (let at = 0; at < levels.length; at++) {
		levels[at] = 0.3 * (data[at * 3] ?? 0) + 0.59 * (data[at * 3 + 1] ?? 0) + 0.11 * (data[at * 3 + 2] ?? 0);
	}
	return gray(levels);
}

function gray(data: Uint8Array): InkPixels {
	return { channels: 1, data, heavy: 0, heaviest: 0 };
}

function grayLevel(y: number, black: BlackInk): number {
	return Math.round(255 * grayOfLuminance(y, black));
}

/** Steps of the table from luminance to gray, spaced as the eye spaces them. */
const steps = 4096;

function grayPixels(data: Uint8Array, black: BlackInk): Uint8Array {
	const table = Uint8Array.from({ length: steps }, (_, step) => grayLevel((step / (steps - 1)) ** 2, black));
	const [red, green, blue] = [0, 1, 2].map((channel) =>
		Float64Array.from({ length: 256 }, (_, value) => {
			const only = [0, 0, 0].map((_, one) => (one === channel ? value : 0));
			return luminance([only[0] ?? 0, only[1] ?? 0, only[2] ?? 0]);
		}),
	) as [Float64Array, Float64Array, Float64Array];
	const levels = new Uint8Array(data.length / 3);
	for (let at = 0, from = 0; at < levels.length; at++, from += 3) {
		const y =
			(red[data[from] ?? 0] ?? 0) + (green[data[from + 1] ?? 0] ?? 0) + (blue[data[from + 2] ?? 0] ?? 0);
		levels[at] = table[Math.round(Math.sqrt(Math.min(1, y)) * (steps - 1))] ?? 0;
	}
	return levels;
}

/** Takes colour away where more ink lies than may, see `bound`. The pixels are changed. */
function bounded(data: Uint8Array, totalInk: number): InkPixels {
	const most = Math.floor(totalInk * 255);
	let count = 0;
	let heaviest = 0;
	for (let at = 0; at < data.length; at += 4) {
		const colored = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
		const black = data[at + 3] ?? 0;
		if (colored + black <= most) continue;
		count++;
		heaviest = Math.max(heaviest, colored + black);
		const share = Math.max(0, most - black) / colored;
		for (let ink = at; ink < at + 3; ink++) data[ink] = Math.floor((data[ink] ?? 0) * share);
	}
	return { channels: 4, data, heavy: count / Math.max(1, data.length / 4), heaviest: heaviest / 255 };
}

import { colorsToCmyk, type EngineProfile, look } from './engine.ts';
import { fromLinear, lightness, luminance, type Rgb, toLinear } from './lab.ts';

/** How the black ink of a profile looks, and what the profile does to dark colours. */
export interface BlackInk {
	/** Luminance on paper of each gray level from 0, full ink, to 255, none; it never falls. */
	readonly luminances: readonly number[];
	/**
	 * Luminance of the darkest gray that the profile tells from black. Colours are lifted to it, so that black becomes
	 * the profile's black and shadows stay apart: black point compensation (ISO 18619).
	 */
	readonly floor: number;
}

/** Black ink as it is where no profile says anything: as light as the screen's gray. */
export const screenBlack: BlackInk = {
	luminances: Array.from({ length: 256 }, (_, level) => toLinear(level)),
	floor: 0,
};

/** As far as shadows are looked at, in gray levels of the screen, and what counts as lighter, in L*. */
const shadows = 100;
const step = 0.8;

/** Looks at the black ink of a profile of one or four channels. */
export async function readBlackInk(profile: EngineProfile, channels: 1 | 4): Promise<BlackInk> {
	if (channels === 1) {
		const levels = Uint8Array.from({ length: 256 }, (_, level) => level);
		return { luminances: rising(luminancesOf(await look(levels, 1, profile))), floor: 0 };
	}
	const grays = new Uint16Array(shadows * 3);
	for (let level = 0; level < shadows; level++) grays.fill(level * 257, level * 3, level * 3 + 3);
	const dark = await colorsToCmyk(grays, profile);
	// Both in one go: the engine takes its time to get ready.
	const inks = new Uint8Array(256 * 4 + dark.length);
	for (let level = 0; level < 256; level++) inks[level * 4 + 3] = 255 - level;
	inks.set(dark, 256 * 4);
	const seen = luminancesOf(await look(inks, 4, profile));
	return { luminances: rising(seen.slice(0, 256)), floor: floorOf(seen.slice(256)) };
}

/** Rounding may make a level lighter than the next. */
function rising(luminances: readonly number[]): readonly number[] {
	let least = 1;
	return luminances
		.toReversed()
		.map((y) => {
			least = Math.min(least, y);
			return least;
		})
		.toReversed();
}

function floorOf(shades: readonly number[]): number {
	const seen = shades.map(lightness);
	const black = seen[0] ?? 0;
	const first = seen.findIndex((one) => one > black + step);
	return toLinear(Math.max(0, first - 1));
}

function luminancesOf(rgb: Uint8Array): number[] {
	const found: number[] = [];
	for (let at = 0; at + 2 < rgb.length; at += 3) {
		found.push(luminance([rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0]));
	}
	return found;
}

/** The gray level, from 0 for full ink to 1 for none, that looks as light as a colour does on the screen. */
export function grayOf(rgb: Rgb, black: BlackInk): number {
	return grayOfLuminance(luminance(rgb), black);
}

export function grayOfLuminance(y: number, { luminances }: BlackInk): number {
	const darkest = luminances[0] ?? 0;
	const lightest = luminances[255] ?? 1;
	const wanted = darkest + Math.min(1, Math.max(0, y)) * (lightest - darkest);
	let low = 0;
	let high = 255;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((luminances[middle] ?? 0) <= wanted) low = middle;
		else high = middle;
	}
	const below = luminances[low] ?? 0;
	const span = (luminances[high] ?? 1) - below;
	return (low + (span > 0 ? Math.min(1, (wanted - below) / span) : 0)) / 255;
}

/** A channel of the screen, 0 to 255, lifted above what the profile makes black; 0 to 255. */
export function lift(value: number, { floor }: BlackInk): number {
	return fromLinear(toLinear(value) * (1 - floor) + floor);
}

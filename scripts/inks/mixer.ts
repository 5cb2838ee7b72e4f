import type { BookColor, InkModel, Inks } from '../model/index.ts';
import { type BlackInk, grayOf, lift } from './black-ink.ts';
import { colorsToCmyk, type EngineProfile } from './engine.ts';
import { isNeutral, lightness, luminance, type Rgb } from './lab.ts';

/** A colour in inks: one gray level, 1 for bare paper, or cyan, magenta, yellow and black, 0 for none. */
export type Mix = readonly number[];

/** What turns colours of the screen into numbers of a colour space. */
export interface Mixer {
	readonly space: 'DeviceGray' | 'DeviceCMYK';
	/** A colour that stands alone: text, a rule, a field. */
	readonly flat: (rgb: Rgb) => Mix;
	/** A colour between others, in a gradient; `neutral` where all of it is gray. */
	readonly between: (rgb: Rgb, neutral: boolean) => Mix;
}

/** As little of an ink, of 255, as comes from rounding: it would give a plate nothing but dust. */
const trace = 1;

/** Lightness up to which text, rules and fields are solid black. */
const solid = 20;

export interface MixerOptions {
	readonly model: Exclude<InkModel, 'rgb'>;
	readonly black: BlackInk;
	/** For `cmyk`. */
	readonly profile?: EngineProfile;
	/** Most ink on one spot, 4 for all of each. */
	readonly totalInk: number;
	readonly colors: readonly BookColor[];
}

/**
 * Mixes colours. Those that no one asked for before have to be learned first: the engine takes them in one go, and not
 * one after another.
 */
export class InkMixer implements Mixer {
	readonly space: Mixer['space'];
	readonly #options: MixerOptions;
	readonly #exact = new Map<number, Mix>();
	readonly #known = new Map<number, Mix>();
	readonly #unknown = new Set<number>();

	constructor(options: MixerOptions) {
		const { model, black, colors } = options;
		this.#options = options;
		this.space = model === 'gray' ? 'DeviceGray' : 'DeviceCMYK';
		for (const { screen, inks } of colors) {
			if (inks) this.#exact.set(codeOf(screen), model === 'gray' ? [exactGray(screen, inks, black)] : inks);
		}
	}

	readonly flat = (rgb: Rgb): Mix => {
		const exact = this.#exact.get(codeOf(rgb));
		if (exact) return exact;
		const { model, black } = this.#options;
		if (model === 'cmyk' && !isNeutral(rgb)) return this.#separate(rgb);
		const isSolid = isNeutral(rgb) && lightness(luminance(rgb)) <= solid;
		return this.#gray(isSolid ? 0 : grayOf(rgb, black));
	};

	readonly between = (rgb: Rgb, neutral: boolean): Mix => {
		const { model, black } = this.#options;
		return model === 'gray' || neutral ? this.#gray(grayOf(rgb, black)) : this.#separate(rgb);
	};

	/** Asks the engine for all colours that were not known; false where there are none. */
	async learn(): Promise<boolean> {
		const { profile, black, totalInk } = this.#options;
		if (this.#unknown.size === 0 || !profile) return false;
		const codes = [...this.#unknown];
		this.#unknown.clear();
		const inks = await colorsToCmyk(
			Uint16Array.from(
				codes.flatMap((code) => rgbOf(code).map((value) => Math.round(lift(value, black) * 257))),
			),
			profile,
		);
		codes.forEach((code, index) => {
			const mix = [...inks.subarray(index * 4, index * 4 + 4)].map((value) =>
				value > trace ? value / 255 : 0,
			);
			this.#known.set(code, bound(mix, totalInk));
		});
		return true;
	}

	#gray(level: number): Mix {
		return this.space === 'DeviceGray' ? [level] : [0, 0, 0, 1 - level];
	}

	#separate(rgb: Rgb): Mix {
		const code = codeOf(rgb);
		const known = this.#known.get(code);
		if (!known) this.#unknown.add(code);
		return known ?? [0, 0, 0, 0];
	}
}

/** Luminosity of the screen, for masks (ISO 32000-1, 10.3.3): they are seen through, and not printed. */
export const maskMixer: Mixer = { space: 'DeviceGray', flat: maskLevel, between: maskLevel };

function maskLevel([red, green, blue]: Rgb): Mix {
	return [(0.3 * red + 0.59 * green + 0.11 * blue) / 255];
}

/** Takes ink of the three colours away, in proportion, until no more than `most` lies on the spot; black stays. */
export function bound(mix: Mix, most: number): Mix {
	const [cyan = 0, magenta = 0, yellow = 0, black = 0] = mix;
	const colored = cyan + magenta + yellow;
	if (colored + black <= most || colored === 0) return mix;
	const share = Math.max(0, most - black) / colored;
	return [cyan * share, magenta * share, yellow * share, black];
}

function exactGray(screen: Rgb, [cyan, magenta, yellow, key]: Inks, black: BlackInk): number {
	return cyan + magenta + yellow === 0 ? 1 - key : grayOf(screen, black);
}

function codeOf([red, green, blue]: Rgb): number {
	return (red << 16) | (green << 8) | blue;
}

function rgbOf(code: number): Rgb {
	return [code >> 16, (code >> 8) & 255, code & 255];
}

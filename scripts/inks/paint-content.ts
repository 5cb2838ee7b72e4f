import { ContentReader } from '../pdf/content-reader.ts';
import type { Rgb } from './lab.ts';
import type { Mix, Mixer } from './mixer.ts';

/** What the number of components of a colour space stands for. */
export type SpaceKind = 'gray' | 'rgb' | 'cmyk' | 'other';

/** Operators that choose a space and a colour in one (8.6.8). */
const colors: ReadonlyMap<string, { readonly kind: SpaceKind; readonly stroke: boolean }> = new Map([
	['rg', { kind: 'rgb', stroke: false }],
	['RG', { kind: 'rgb', stroke: true }],
	['g', { kind: 'gray', stroke: false }],
	['G', { kind: 'gray', stroke: true }],
	['k', { kind: 'cmyk', stroke: false }],
	['K', { kind: 'cmyk', stroke: true }],
]);

const marks: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

/**
 * Puts the colours of a content stream (ISO 32000-1, 8.6.8) into inks, and takes its marked content (14.6) out: a press
 * edition has no tags. The same bytes come back where nothing had to be changed.
 * @param mixer leaves colours as they are where it is missing
 * @param spaceOf kind of a colour space of the resources, by name
 */
export function paintContent(
	bytes: Uint8Array,
	mixer: Mixer | undefined,
	spaceOf: (name: string) => SpaceKind,
): Uint8Array {
	const painter = new Painter(bytes, mixer, spaceOf);
	return painter.paint();
}

interface Spaces {
	readonly fill: SpaceKind;
	readonly stroke: SpaceKind;
}

class Painter {
	readonly #bytes: Uint8Array;
	readonly #reader: ContentReader;
	readonly #mixer: Mixer | undefined;
	readonly #spaceOf: (name: string) => SpaceKind;
	readonly #chunks: Uint8Array[] = [];
	readonly #mixed = new Map<string, Buffer>();
	/** Up to where the source was copied. */
	#copied = 0;
	#spaces: Spaces = { fill: 'gray', stroke: 'gray' };
	readonly #saved: Spaces[] = [];

	constructor(bytes: Uint8Array, mixer: Mixer | undefined, spaceOf: (name: string) => SpaceKind) {
		this.#bytes = bytes;
		this.#reader = new ContentReader(bytes);
		this.#mixer = mixer;
		this.#spaceOf = spaceOf;
	}

	paint(): Uint8Array {
		const reader = this.#reader;
		while (reader.next()) {
			const { operator } = reader;
			if (marks.has(operator)) this.#replace(nothing);
			else if (this.#mixer) this.#paint(operator, this.#mixer);
		}
		if (this.#copied === 0) return this.#bytes;
		this.#chunks.push(this.#bytes.subarray(this.#copied));
		return Buffer.concat(this.#chunks);
	}

	#paint(operator: string, mixer: Mixer): void {
		const color = colors.get(operator);
		if (color) {
			this.#color(color.kind, color.stroke, mixer);
			return;
		}
		switch (operator) {
			case 'cs':
			case 'CS':
				this.#space(operator === 'CS', mixer);
				return;
			case 'sc':
			case 'scn':
				this.#inSpace(this.#spaces.fill, false, mixer);
				return;
			case 'SC':
			case 'SCN':
				this.#inSpace(this.#spaces.stroke, true, mixer);
				return;
			case 'q':
				this.#saved.push(this.#spaces);
				return;
			case 'Q':
				this.#spaces = this.#saved.pop() ?? this.#spaces;
				return;
		}
	}

	/** A new space begins with its black (8.6.8); what is put into inks needs no space of its own any more. */
	#space(stroke: boolean, mixer: Mixer): void {
		const kind = this.#kindOf(this.#reader.operands.text(0).slice(1));
		this.#spaces = { ...this.#spaces, [stroke ? 'stroke' : 'fill']: kind };
		if (kind !== 'other' && kind !== 'cmyk') this.#replace(write(mixer.flat([0, 0, 0]), stroke));
	}

	#kindOf(name: string): SpaceKind {
		if (name === 'DeviceRGB') return 'rgb';
		if (name === 'DeviceGray') return 'gray';
		if (name === 'DeviceCMYK') return 'cmyk';
		return name === 'Pattern' ? 'other' : this.#spaceOf(name);
	}

	/** `sc` and `scn`. Inks that stand in a space of their own are right there. */
	#inSpace(kind: SpaceKind, stroke: boolean, mixer: Mixer): void {
		if (kind === 'rgb' || kind === 'gray') this.#color(kind, stroke, mixer);
	}

	#color(kind: SpaceKind, stroke: boolean, mixer: Mixer): void {
		const reader = this.#reader;
		this.#spaces = { ...this.#spaces, [stroke ? 'stroke' : 'fill']: kind };
		const text = reader.text(reader.start, reader.end);
		let mixed = this.#mixed.get(text);
		if (!mixed) {
			const values = reader.operands.numbers();
			const mix = kind === 'cmyk' ? inksIn(values, mixer) : mixer.flat(toRgb(values));
			mixed = write(mix, stroke);
			this.#mixed.set(text, mixed);
		}
		this.#replace(mixed);
	}

	#replace(bytes: Uint8Array): void {
		const { start, end } = this.#reader;
		this.#chunks.push(this.#bytes.subarray(this.#copied, start), bytes);
		this.#copied = end;
	}
}

const nothing = Buffer.alloc(0);

/** One value is gray, three are red, green and blue; each from 0 to 1. */
export function toRgb(values: readonly number[]): Rgb {
	const [red = 0, green = red, blue = red] = values.map(toByte);
	return [red, green, blue];
}

function toByte(value: number): number {
	return Math.round(255 * Math.min(1, Math.max(0, value || 0)));
}

/** Inks stay what they are where there are four; else their gray (ISO 32000-1, 10.3.4). */
function inksIn(values: readonly number[], mixer: Mixer): Mix {
	const [cyan = 0, magenta = 0, yellow = 0, black = 0] = values;
	if (mixer.space === 'DeviceCMYK') return values;
	return [1 - Math.min(1, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black)];
}

/** Black alone is written as gray: no program can make four inks of it. */
function write(mix: Mix, stroke: boolean): Buffer {
	const [cyan, magenta, yellow, black = 0] = mix;
	const isGray = mix.length === 1 || (cyan === 0 && magenta === 0 && yellow === 0);
	const values = isGray && mix.length > 1 ? [1 - black] : mix;
	const operator = isGray ? 'g' : 'k';
	return Buffer.from(
		`${values.map(short).join(' ')} ${stroke ? operator.toUpperCase() : operator}`,
		'latin1',
	);
}

/** A share with as many digits as a plate can show. */
export function short(value: number): string {
	return String(Number(value.toFixed(4)));
}

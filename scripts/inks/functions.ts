import { followed, type SpaceSource } from './color-space.ts';
import type { InkStream } from './ink-part.ts';
import { unpack } from './stream-bytes.ts';
import {
	type Dictionary,
	isArray,
	isDictionary,
	numberOf,
	numbersOf,
	readEntries,
	targetOf,
	type Value,
} from './syntax.ts';

/** A function of one number, such as the place along a gradient, that gives the components of a colour. */
export interface Ramp {
	readonly domain: readonly [from: number, to: number];
	readonly at: (t: number) => readonly number[];
	/** Places inside the domain where it may jump or bend. */
	readonly breaks: readonly number[];
	/** Whether the colours were mixed with alpha, and are not exact where a stretch begins or ends at nothing. */
	readonly isTransparent?: boolean;
}

/** Reads a function of one number (ISO 32000-1, 7.10), or several that give one component each. */
export function readRamp(value: Value | undefined, source: SpaceSource): Ramp | undefined {
	const found = followed(value, source);
	if (isArray(found)) return joined(found.map((one) => readRamp(one, source)));
	const target = targetOf(found);
	const stream = target?.kind === 'stream' ? source.stream(target.index) : undefined;
	if (stream) return sampled(stream);
	if (!isDictionary(found)) return undefined;
	const kind = found.entries.get('FunctionType');
	if (kind === '2') return exponential(found);
	return kind === '3' ? stitched(found, source) : undefined;
}

function joined(parts: readonly (Ramp | undefined)[]): Ramp | undefined {
	const ramps = parts.filter((part) => part !== undefined);
	const [first] = ramps;
	if (!first || ramps.length < parts.length) return undefined;
	return {
		domain: first.domain,
		at: (t) => ramps.flatMap((ramp) => ramp.at(t)),
		breaks: inOrder(ramps.flatMap((ramp) => ramp.breaks)),
	};
}

/** Type 2 (7.10.3). */
function exponential(dictionary: Dictionary): Ramp | undefined {
	const { entries } = dictionary;
	const exponent = numberOf(entries.get('N')) ?? 1;
	const first = numbersOf(entries.get('C0')) ?? [0];
	const last = numbersOf(entries.get('C1')) ?? [1];
	return {
		domain: domainOf(dictionary),
		at: (t) => first.map((value, index) => value + t ** exponent * ((last[index] ?? value) - value)),
		breaks: [],
	};
}

/** Type 3 (7.10.4). */
function stitched(dictionary: Dictionary, source: SpaceSource): Ramp | undefined {
	const { entries } = dictionary;
	const domain = domainOf(dictionary);
	const functions = followed(entries.get('Functions'), source);
	const ramps = isArray(functions) ? functions.map((one) => readRamp(one, source)) : [];
	const bounds = numbersOf(entries.get('Bounds')) ?? [];
	const encode = numbersOf(entries.get('Encode')) ?? [];
	if (ramps.length === 0 || bounds.length !== ramps.length - 1) return undefined;
	const edges = [domain[0], ...bounds, domain[1]];
	const pieces = ramps.map((ramp, index) => {
		const from = edges[index] ?? 0;
		const to = edges[index + 1] ?? 1;
		const [start = 0, end = 1] = encode.slice(index * 2, index * 2 + 2);
		return { ramp, from, to, start, end };
	});
	return pieces.some(({ ramp }) => !ramp)
		? undefined
		: {
				domain,
				at: (t) => {
					const index = bounds.findIndex((bound) => t < bound);
					const piece = pieces[index < 0 ? pieces.length - 1 : index];
					if (!piece?.ramp) return [];
					const { ramp, from, to, start, end } = piece;
					const share = to === from ? 0 : (t - from) / (to - from);
					return ramp.at(start + share * (end - start));
				},
				breaks: inOrder([
					...bounds,
					...pieces.flatMap(({ ramp, from, to, start, end }) =>
						end === start
							? []
							: (ramp?.breaks ?? []).map((one) => from + ((one - start) / (end - start)) * (to - from)),
					),
				]),
			};
}

/** Type 0 (7.10.2) of one number with samples of 8 or 16 bits. */
function sampled({ entries: text, bytes }: InkStream): Ramp | undefined {
	const dictionary = readEntries(text);
	const { entries } = dictionary;
	const data = unpack(bytes, dictionary);
	const [count = 0, ...others] = numbersOf(entries.get('Size')) ?? [];
	const range = numbersOf(entries.get('Range')) ?? [];
	const depth = numberOf(entries.get('BitsPerSample'));
	if (entries.get('FunctionType') !== '0' || !data || count < 2 || others.length > 0) return undefined;
	if (depth !== 8 && depth !== 16) return undefined;
	const outputs = range.length / 2;
	const decode = numbersOf(entries.get('Decode')) ?? range;
	const domain = domainOf(dictionary);
	const width = depth / 8;
	const sample = (index: number, output: number) => {
		const at = (index * outputs + output) * width;
		const raw = width === 1 ? (data[at] ?? 0) / 255 : ((data[at] ?? 0) * 256 + (data[at + 1] ?? 0)) / 65535;
		const [low = 0, high = 1] = decode.slice(output * 2, output * 2 + 2);
		return low + raw * (high - low);
	};
	const inner = Array.from({ length: count - 2 }, (_, index) => (index + 1) / (count - 1));
	return {
		domain,
		at: (t) => {
			const place = Math.min(1, Math.max(0, (t - domain[0]) / (domain[1] - domain[0]))) * (count - 1);
			const index = Math.min(count - 2, Math.floor(place));
			const share = place - index;
			return Array.from(
				{ length: outputs },
				(_, output) => sample(index, output) * (1 - share) + sample(index + 1, output) * share,
			);
		},
		breaks: inner.map((share) => domain[0] + share * (domain[1] - domain[0])),
	};
}

function domainOf({ entries }: Dictionary): readonly [number, number] {
	const [from = 0, to = 1] = numbersOf(entries.get('Domain')) ?? [];
	return [from, to];
}

export function inOrder(numbers: readonly number[]): readonly number[] {
	return [...new Set(numbers)].sort((a, b) => a - b);
}

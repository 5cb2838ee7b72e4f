import type { Reporter } from '../diagnostics/index.ts';
import type { Place } from '../model/index.ts';
import { where } from './say.ts';
import type { TextPair } from './text-pairs.ts';

/** How long a text and its translation are, in letters; a Chinese character is worth three. */
export interface MeasuredPair {
	readonly source: number;
	readonly target: number;
	readonly sourcePlace: Place;
	readonly targetPlace: Place;
	readonly name: string;
}

/** Fewer pairs do not say what is usual in a book. */
const fewest = 30;

/** One of the two must be so long: shorter ones differ for many reasons. */
const shortest = 150;

/** How many deviations from the middle are beyond what happens by the way. */
const deviations = 5;

/** Whatever the book: less than this factor is no fault. */
const leastFactor = 1.75;

/** The pairs whose lengths say something: whole paragraphs, items and notes of some length. */
export function measurePairs(pairs: readonly TextPair[]): readonly MeasuredPair[] {
	return pairs.flatMap(({ source, target, beside }) => {
		const isProse = ['paragraph', 'note', 'item', 'quotation'].includes(source.block.kind);
		if (!isProse || beside.source.length + beside.target.length > 0) return [];
		const lengths = { source: lengthOf(source.text), target: lengthOf(target.text) };
		if (Math.min(lengths.source, lengths.target) === 0) return [];
		if (Math.max(lengths.source, lengths.target) < shortest) return [];
		const name = target.block.kind;
		return [{ ...lengths, sourcePlace: source.placeAt(0), targetPlace: target.placeAt(0), name }];
	});
}

function lengthOf(text: string): number {
	let length = 0;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code >= 0x3400 && code < 0xfb00) length += 3;
		else if (code > 0x20 && code !== 0xa0 && code < 0xfffc) length += 1;
	}
	return length;
}

/**
 * Reports translations that are far longer or shorter than is usual in the book (`translation-length`). What is usual
 * is the median of the ratios, how much they differ the median of their distances from it, both of logarithms: single
 * odd pairs move neither.
 */
export function checkLengths(measured: readonly MeasuredPair[], report: Reporter): void {
	if (measured.length < fewest) return;
	const ratios = measured.map(ratioOf);
	const usual = median(ratios);
	const spread = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - usual)));
	const limit = Math.max(deviations * spread, Math.log(leastFactor));
	for (const one of measured) {
		if (Math.abs(ratioOf(one) - usual) <= limit) continue;
		const share = Math.exp(ratioOf(one) - usual);
		const told = share < 1 ? `only ${percent(share)}` : percent(share);
		const message = `this ${one.name} is ${told} as long as translations of this book usually are (source: ${where(one.sourcePlace)})`;
		report('translation-length', message, one.targetPlace);
	}
}

function percent(share: number): string {
	return `${Math.round(100 * share)} %`;
}

function ratioOf({ source, target }: MeasuredPair): number {
	return Math.log(target / source);
}

function median(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

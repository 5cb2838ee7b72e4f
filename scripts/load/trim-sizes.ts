import { suggest } from '../diagnostics/index.ts';
import type { Size } from '../model/index.ts';
import { toMillimetres } from './quantities.ts';

/**
 * Sizes by name, in mm: A and B (ISO 216, 4), the B of Japan (JIS P 0138), parts of the Chinese sheets of 787 × 1092
 * and 889 × 1194 mm after trimming, as the trade cuts them, and North American ones (ANSI/ASME Y14.1 for letter).
 */
const sizes: ReadonlyMap<string, Size> = new Map(
	Object.entries({
		A4: [210, 297],
		A5: [148, 210],
		A6: [105, 148],
		B5: [176, 250],
		B6: [125, 176],
		'JIS-B5': [182, 257],
		'JIS-B6': [128, 182],
		'16开': [185, 260],
		大16开: [210, 285],
		'32开': [130, 184],
		大32开: [140, 203],
		letter: [215.9, 279.4],
		'half-letter': [139.7, 215.9],
	} as const).map(([name, [width, height]]) => [name, { width, height }]),
);

export const trimNames: readonly string[] = [...sizes.keys()];

const pairForm =
	/^(\d{1,5}(?:\.\d{1,6})?)\s*(mm|cm|in|pt)?\s*[×xX*✕]\s*(\d{1,5}(?:\.\d{1,6})?)\s*(mm|cm|in|pt)$/;

type Unit = Parameters<typeof toMillimetres>[1];

/** A trim size as book.yaml gives it: a name, or width and height such as `6×9 in`; else what was likely meant. */
export function findTrim(given: string): Size | { readonly meant: string | undefined } {
	const plain = plainName(given);
	for (const [name, size] of sizes) if (plainName(name) === plain) return size;
	const [, width, unit, height, lastUnit] = pairForm.exec(given.trim()) ?? [];
	if (width === undefined) return { meant: suggest(given, trimNames) };
	return {
		width: toMillimetres(Number(width), (unit ?? lastUnit) as Unit),
		height: toMillimetres(Number(height), lastUnit as Unit),
	};
}

/** 開 is how 开 is written in traditional Chinese. */
function plainName(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('開', '开')
		.replaceAll(/[\s_-]/g, '');
}

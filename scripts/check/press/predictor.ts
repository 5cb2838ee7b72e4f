import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, entry, itemsOf, nameOf, numberAt } from './objects.ts';

/** How rows of an image were written as differences (ISO 32000-1, 7.4.4.4), by PNG's filters (PNG, third edition, 9). */
export interface Prediction {
	/** Bytes of a row without the one that names its filter. */
	readonly row: number;
	/** Bytes of a pixel. */
	readonly pixel: number;
}

/** Of a stream that Flate alone packs; `none` without differences, `other` for what is not read here. */
export function predictionOf(dict: PDFDict): Prediction | 'none' | 'other' {
	const filter = entry(dict, 'Filter');
	const filters = nameOf(filter) ? [filter] : itemsOf(filter);
	if (filters.length !== 1 || nameOf(filters[0]) !== 'FlateDecode') return 'other';
	const [inArray] = itemsOf(entry(dict, 'DecodeParms'));
	const parameters = dictAt(dict, 'DecodeParms') ?? dictOf(inArray);
	const given = (key: string, usual: number) => numberAt(parameters, key) ?? usual;
	const predictor = given('Predictor', 1);
	if (predictor === 1) return 'none';
	const pixel = given('Colors', 1);
	if (predictor < 10 || given('BitsPerComponent', 8) !== 8) return 'other';
	return { pixel, row: given('Columns', 1) * pixel };
}

/** The bytes that were written as differences. A row that is cut off is left out. */
export function undoPrediction(packed: Uint8Array, { row, pixel }: Prediction): Uint8Array {
	const rows = Math.floor(packed.length / (row + 1));
	const bytes = new Uint8Array(rows * row);
	for (let index = 0; index < rows; index++) {
		const source = index * (row + 1);
		undoRow(packed[source] ?? 0, packed.subarray(source + 1, source + 1 + row), bytes, index * row, {
			row,
			pixel,
		});
	}
	return bytes;
}

function undoRow(
	filter: number,
	source: Uint8Array,
	bytes: Uint8Array,
	start: number,
	{ row, pixel }: Prediction,
): void {
	bytes.set(source, start);
	if (filter === 0) return;
	for (let at = start; at < start + row; at++) {
		const left = at - start >= pixel ? (bytes[at - pixel] as number) : 0;
		const above = start > 0 ? (bytes[at - row] as number) : 0;
		const before = start > 0 && at - start >= pixel ? (bytes[at - row - pixel] as number) : 0;
		bytes[at] = (bytes[at] as number) + predicted(filter, left, above, before);
	}
}

function predicted(filter: number, left: number, above: number, before: number): number {
	if (filter === 1) return left;
	if (filter === 2) return above;
	if (filter === 3) return (left + above) >> 1;
	return filter === 4 ? paeth(left, above, before) : 0;
}

function paeth(left: number, above: number, before: number): number {
	const guess = left + above - before;
	const toLeft = Math.abs(guess - left);
	const toAbove = Math.abs(guess - above);
	const toBefore = Math.abs(guess - before);
	if (toLeft <= toAbove && toLeft <= toBefore) return left;
	return toAbove <= toBefore ? above : before;
}

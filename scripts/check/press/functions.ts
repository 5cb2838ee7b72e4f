import { PDFArray, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { contentOf } from '../../pdf/stream-content.ts';
import { dictOf, entry, itemsOf, numbersOf } from './objects.ts';

/**
 * Colours between which a function (ISO 32000-1, 7.10) runs: the ends of exponential ones, all samples of sampled ones,
 * those of all pieces of stitched ones. None of a PostScript function, which would have to be run.
 */
export function colorsOf(object: PDFObject | undefined, depth = 0): readonly (readonly number[])[] {
	// A function that leads to itself is none.
	if (depth > 8) return [];
	if (object instanceof PDFArray) return joined(itemsOf(object).map((one) => colorsOf(one, depth + 1)));
	const dict = dictOf(object);
	const kind = entry(dict, 'FunctionType');
	switch (kind instanceof PDFNumber ? kind.asNumber() : undefined) {
		case 0:
			return object instanceof PDFRawStream ? samplesOf(object) : [];
		case 2:
			return [endOf(entry(dict, 'C0'), 0), endOf(entry(dict, 'C1'), 1)];
		case 3:
			return itemsOf(entry(dict, 'Functions')).flatMap((one) => colorsOf(one, depth + 1));
		default:
			return [];
	}
}

/** Functions of one component each: the most of every one, which no colour exceeds. */
function joined(parts: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] {
	if (parts.some((part) => part.length === 0)) return [];
	return [parts.map((part) => Math.max(...part.map(([value = 0]) => value)))];
}

function endOf(object: PDFObject | undefined, usual: number): readonly number[] {
	const numbers = numbersOf(object);
	return numbers.length > 0 ? numbers : [usual];
}

function samplesOf(stream: PDFRawStream): readonly (readonly number[])[] {
	const range = numbersOf(entry(stream.dict, 'Range'));
	const decode = numbersOf(entry(stream.dict, 'Decode'));
	const bits = entry(stream.dict, 'BitsPerSample');
	const size = bits instanceof PDFNumber ? bits.asNumber() / 8 : 0;
	const channels = range.length / 2;
	if ((size !== 1 && size !== 2) || channels === 0) return [];
	const bytes = Buffer.from(contentOf(stream));
	const most = 256 ** size - 1;
	const bounds = decode.length === range.length ? decode : range;
	const colors: number[][] = [];
	for (let at = 0; at + channels * size <= bytes.length; at += channels * size) {
		colors.push(
			Array.from({ length: channels }, (_, channel) => {
				const [low = 0, high = 1] = bounds.slice(channel * 2, channel * 2 + 2);
				return low + (bytes.readUIntBE(at + channel * size, size) / most) * (high - low);
			}),
		);
	}
	return colors;
}

import { deflateSync } from 'node:zlib';

/** The bytes of a stream, and its `DecodeParms`. */
export interface PackedPixels {
	readonly bytes: Uint8Array;
	readonly parameters: string;
}

/** Predictors of PNG (ISO 32000-1, 7.4.4.4): the sample to the left, and the one above. */
const left = 1;
const above = 2;

/** Rows of samples of 8 bits, each as its difference from what is left of it or above, whichever is smaller. */
export function packPixels(data: Uint8Array, width: number, channels: number): PackedPixels {
	const row = width * channels;
	const rows = row === 0 ? 0 : Math.floor(data.length / row);
	const filtered = new Uint8Array(rows * (row + 1));
	const scratch = [new Uint8Array(row), new Uint8Array(row)] as const;
	for (let y = 0; y < rows; y++) {
		const fromLeft = differences(data, y * row, channels, channels, scratch[0]);
		const fromAbove = differences(data, y * row, row, y === 0 ? row : 0, scratch[1]);
		const to = y * (row + 1);
		filtered[to] = fromAbove <= fromLeft ? above : left;
		filtered.set(fromAbove <= fromLeft ? scratch[1] : scratch[0], to + 1);
	}
	return {
		bytes: deflateSync(filtered),
		parameters: `<</Predictor 15 /Colors ${channels} /BitsPerComponent 8 /Columns ${width}>>`,
	};
}

/**
 * Differences of a row from the samples that lie `back` before them; the first `edge` of it have none. Gives how large
 * they are together, counted in both directions.
 */
function differences(data: Uint8Array, from: number, back: number, edge: number, row: Uint8Array): number {
	let sum = 0;
	for (let x = 0; x < row.length; x++) {
		const byte = ((data[from + x] ?? 0) - (x < edge ? 0 : (data[from + x - back] ?? 0))) & 255;
		row[x] = byte;
		sum += byte < 128 ? byte : 256 - byte;
	}
	return sum;
}

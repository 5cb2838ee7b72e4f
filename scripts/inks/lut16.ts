import type { Triple } from '../pdf/matrix.ts';

/** A table of three channels: each goes through a curve, all through a grid, what comes out through curves again. */
export interface Lut {
	/** What the ends of the grid are reached by, from 0 to 1, for each channel from 0 to 1; `steps` + 1 values of each. */
	readonly input: { readonly steps: number; readonly curves: readonly [Curve, Curve, Curve] };
	readonly grid: {
		/** Nodes along each channel. */
		readonly nodes: number;
		/** From 0 to 1 what comes out, of places in the grid from 0 to 1. */
		readonly at: (place: Triple) => readonly number[];
	};
	/** One curve for all that comes out. */
	readonly output: { readonly channels: number; readonly steps: number; readonly curve: Curve };
}

export type Curve = (value: number) => number;

/** No curve. */
export const straight: Curve = (value) => value;

const unit: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** lut16Type (ICC.1:2001-04, 6.5.7). Numbers below 0 and above 1 are held at 0 and 1. */
export function lut16Type({ input, grid, output }: Lut): Buffer {
	const head = Buffer.alloc(52);
	head.write('mft2', 'latin1');
	head.set([3, output.channels, grid.nodes], 8);
	unit.forEach((value, index) => void head.writeInt32BE(value * 0x10000, 12 + index * 4));
	head.writeUInt16BE(input.steps + 1, 48);
	head.writeUInt16BE(output.steps + 1, 50);
	const out = sampled(output.curve, output.steps);
	return Buffer.concat([
		head,
		...input.curves.map((curve) => sampled(curve, input.steps)),
		nodesOf(grid),
		...Array.from({ length: output.channels }, () => out),
	]);
}

function sampled(curve: Curve, steps: number): Buffer {
	return numbers(Array.from({ length: steps + 1 }, (_, step) => curve(step / steps)));
}

/** The last channel changes fastest. */
function nodesOf({ nodes, at }: Lut['grid']): Buffer {
	const places = Array.from({ length: nodes }, (_, node) => node / (nodes - 1));
	return numbers(
		places.flatMap((first) =>
			places.flatMap((second) => places.flatMap((third) => at([first, second, third]))),
		),
	);
}

function numbers(values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(values.length * 2);
	values.forEach((value, index) => {
		bytes.writeUInt16BE(Math.round(Math.min(1, Math.max(0, value)) * 0xffff), index * 2);
	});
	return bytes;
}

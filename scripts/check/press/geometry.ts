import type { Box } from './boxes.ts';

/** What `cm` takes (ISO 32000-1, 8.3.4). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const unmoved: Affine = [1, 0, 0, 1, 0, 0];

/** All of the plane. */
export const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity];

/** A matrix of numbers; one that moves nothing where they are not six. */
export function affineOf(numbers: readonly number[]): Affine {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.length === 6 ? numbers : unmoved;
	return [a, b, c, d, e, f];
}

/** What `first` does, and then `second`. */
export function multiply(first: Affine, second: Affine): Affine {
	const [a, b, c, d, e, f] = first;
	const [g, h, i, j, k, l] = second;
	return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The least that a matrix scales a length by: its smaller singular value. */
export function leastScale([a, b, c, d]: Affine): number {
	const sum = (a * a + b * b + c * c + d * d) / 2;
	const product = a * d - b * c;
	return Math.sqrt(Math.max(0, sum - Math.sqrt(Math.max(0, sum * sum - product * product))));
}

/** Whether rectangles stay upright. */
export function isUpright([a, b, c, d]: Affine): boolean {
	return (isNothing(b) && isNothing(c)) || (isNothing(a) && isNothing(d));
}

function isNothing(value: number): boolean {
	return Math.abs(value) < 1e-9;
}

/** The smallest upright box round what a matrix makes of one. */
export function moved(box: Box, matrix: Affine): Box {
	// Corners of what has no end have no place.
	if (box[0] === -Infinity) return everywhere;
	if (!isUpright(matrix)) return around(cornersOf(box, matrix));
	const [x, y] = placed(box[0], box[1], matrix);
	const [otherX, otherY] = placed(box[2], box[3], matrix);
	return [Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY)];
}

/** Corners in turn. */
export function cornersOf([left, lower, right, upper]: Box, matrix: Affine): readonly Point[] {
	return [
		placed(left, lower, matrix),
		placed(right, lower, matrix),
		placed(right, upper, matrix),
		placed(left, upper, matrix),
	];
}

export type Point = readonly [x: number, y: number];

export function placed(x: number, y: number, [a, b, c, d, e, f]: Affine): Point {
	return [a * x + c * y + e, b * x + d * y + f];
}

/** The smallest upright box round points; one without room where there are none. */
export function around(points: readonly Point[]): Box {
	let [left, lower, right, upper] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		left = Math.min(left, x);
		lower = Math.min(lower, y);
		right = Math.max(right, x);
		upper = Math.max(upper, y);
	}
	return [left, lower, right, upper];
}

/** What two boxes have in common; without room where that is nothing. */
export function common(one: Box, other: Box): Box {
	return [
		Math.max(one[0], other[0]),
		Math.max(one[1], other[1]),
		Math.min(one[2], other[2]),
		Math.min(one[3], other[3]),
	];
}

export function hasRoom([left, lower, right, upper]: Box): boolean {
	return right > left && upper > lower;
}

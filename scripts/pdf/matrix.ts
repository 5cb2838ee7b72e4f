export type Triple = readonly [number, number, number];

/** Three rows. */
export type Matrix = readonly [Triple, Triple, Triple];

export function scaled([x, y, z]: Triple, by: number): Triple {
	return [x * by, y * by, z * by];
}

export function apply([a, b, c]: Matrix, vector: Triple): Triple {
	return [dot(a, vector), dot(b, vector), dot(c, vector)];
}

export function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
	return a * x + b * y + c * z;
}

export function product(left: Matrix, right: Matrix): Matrix {
	return transposed(transposed(right).map((column) => apply(left, column)) as unknown as Matrix);
}

export function transposed([a, b, c]: Matrix): Matrix {
	return [
		[a[0], b[0], c[0]],
		[a[1], b[1], c[1]],
		[a[2], b[2], c[2]],
	];
}

export function diagonal([a, b, c]: Triple, [x, y, z]: Triple): Matrix {
	return [
		[a / x, 0, 0],
		[0, b / y, 0],
		[0, 0, c / z],
	];
}

/** By cross products of the rows. */
export function inverse([a, b, c]: Matrix): Matrix {
	const determinant = dot(a, cross(b, c));
	const columns = [cross(b, c), cross(c, a), cross(a, b)].map((one) => scaled(one, 1 / determinant));
	return transposed(columns as unknown as Matrix);
}

function cross([a, b, c]: Triple, [x, y, z]: Triple): Triple {
	return [b * z - c * y, c * x - a * z, a * y - b * x];
}

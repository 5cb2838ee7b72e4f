import { apply, diagonal, inverse, type Matrix, product, scaled, type Triple, transposed } from './matrix.ts';

/** Chromaticities of the primaries and of the white of sRGB (IEC 61966-2-1, table 1). */
const primaries = [
	[0.64, 0.33],
	[0.3, 0.6],
	[0.15, 0.06],
] as const;
const white = [0.3127, 0.329] as const;

/** White of the profile connection space, D50 (ICC.1:2001-04, 6.1.8). */
export const connection: Triple = [0.9642, 1, 0.8249];

/** The cone responses of Bradford, which ICC profiles adapt whites with (ICC.1:2010, annex E). */
const bradford: Matrix = [
	[0.8951, 0.2664, -0.1614],
	[-0.7502, 1.7135, 0.0367],
	[0.0389, -0.0685, 1.0296],
];

/** The primaries in X, Y and Z, so that together they make the white, seen in the light of the connection space. */
export function adaptedPrimaries(): readonly Triple[] {
	const source = toXyz(white);
	const adapt = product(
		inverse(bradford),
		product(diagonal(apply(bradford, connection), apply(bradford, source)), bradford),
	);
	const mixed = transposed(primaries.map(toXyz) as unknown as Matrix);
	const shares = apply(inverse(mixed), source);
	return primaries.map((one, index) => apply(adapt, scaled(toXyz(one), shares[index] ?? 0)));
}

/** X, Y and Z of a chromaticity, with Y = 1. */
function toXyz([x, y]: readonly [number, number]): Triple {
	return [x / y, 1, (1 - x - y) / y];
}

/** From coded values to light, each from 0 to 1 (IEC 61966-2-1, 5.2). */
export function toLight(value: number): number {
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** From light to coded values, each from 0 to 1 (IEC 61966-2-1, 5.2). */
export function toCode(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

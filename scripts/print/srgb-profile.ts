/** Chromaticities of the primaries and of the white of sRGB (IEC 61966-2-1, table 1). */
const primaries = [
	[0.64, 0.33],
	[0.3, 0.6],
	[0.15, 0.06],
] as const;
const white = [0.3127, 0.329] as const;

/** White of the profile connection space, D50 (ICC.1:2001-04, 6.1.8). */
const connection: Triple = [0.9642, 1, 0.8249];

/** The cone responses of Bradford, which ICC profiles adapt whites with (ICC.1:2010, annex E). */
const bradford: Matrix = [
	[0.8951, 0.2664, -0.1614],
	[-0.7502, 1.7135, 0.0367],
	[0.0389, -0.0685, 1.0296],
];

/** Steps of the curve from coded values to light. */
const steps = 1024;

/**
 * An ICC profile of sRGB: version 2, of a display, three primaries with one curve (ICC.1:2001-04, 6.3.2), as an output
 * intent of PDF/A may hold. Always the same bytes.
 */
export function srgbProfile(): Uint8Array {
	const columns = adaptedPrimaries();
	const curve = curveType();
	const tags: readonly (readonly [signature: string, data: Buffer])[] = [
		['desc', descriptionType('sRGB IEC61966-2.1')],
		['cprt', textType('CC0')],
		['wtpt', xyzType(connection)],
		...(['rXYZ', 'gXYZ', 'bXYZ'] as const).map(
			(signature, index) => [signature, xyzType(columns[index] ?? connection)] as const,
		),
		// One curve for all three (6.3: tags may share their data).
		...(['rTRC', 'gTRC', 'bTRC'] as const).map((signature) => [signature, curve] as const),
	];
	const places = new Map<Buffer, number>();
	const data: Buffer[] = [];
	let offset = 128 + 4 + tags.length * 12;
	for (const [, bytes] of tags) {
		if (places.has(bytes)) continue;
		const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
		places.set(bytes, offset);
		data.push(padded);
		offset += padded.length;
	}
	const table = Buffer.alloc(4 + tags.length * 12);
	table.writeUInt32BE(tags.length);
	tags.forEach(([signature, bytes], index) => {
		const at = 4 + index * 12;
		table.write(signature, at, 'latin1');
		table.writeUInt32BE(places.get(bytes) ?? 0, at + 4);
		table.writeUInt32BE(bytes.length, at + 8);
	});
	return Buffer.concat([header(offset), table, ...data]);
}

/** 6.1: 128 bytes; the date is that of the standard, for nothing else dates the profile. */
function header(size: number): Buffer {
	const bytes = Buffer.alloc(128);
	bytes.writeUInt32BE(size);
	bytes.writeUInt32BE(0x02100000, 8);
	bytes.write('mntrRGB XYZ ', 12, 'latin1');
	[1999, 10, 1].forEach((part, index) => void bytes.writeUInt16BE(part, 24 + index * 2));
	bytes.write('acsp', 36, 'latin1');
	writeXyz(bytes, connection, 68);
	return bytes;
}

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** The primaries in X, Y and Z, so that together they make the white, seen in the light of the connection space. */
function adaptedPrimaries(): readonly Triple[] {
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

function scaled([x, y, z]: Triple, by: number): Triple {
	return [x * by, y * by, z * by];
}

function apply([a, b, c]: Matrix, vector: Triple): Triple {
	return [dot(a, vector), dot(b, vector), dot(c, vector)];
}

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
	return a * x + b * y + c * z;
}

function product(left: Matrix, right: Matrix): Matrix {
	return transposed(transposed(right).map((column) => apply(left, column)) as unknown as Matrix);
}

function transposed([a, b, c]: Matrix): Matrix {
	return [
		[a[0], b[0], c[0]],
		[a[1], b[1], c[1]],
		[a[2], b[2], c[2]],
	];
}

function diagonal([a, b, c]: Triple, [x, y, z]: Triple): Matrix {
	return [
		[a / x, 0, 0],
		[0, b / y, 0],
		[0, 0, c / z],
	];
}

/** By cross products of the rows. */
function inverse([a, b, c]: Matrix): Matrix {
	const determinant = dot(a, cross(b, c));
	const columns = [cross(b, c), cross(c, a), cross(a, b)].map((one) => scaled(one, 1 / determinant));
	return transposed(columns as unknown as Matrix);
}

function cross([a, b, c]: Triple, [x, y, z]: Triple): Triple {
	return [b * z - c * y, c * x - a * z, a * y - b * x];
}

/** From coded values to light (IEC 61966-2-1, 5.2). */
function toLight(value: number): number {
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** 6.5.3 */
function curveType(): Buffer {
	const bytes = Buffer.alloc(12 + steps * 2);
	bytes.write('curv', 'latin1');
	bytes.writeUInt32BE(steps, 8);
	for (let step = 0; step < steps; step++) {
		bytes.writeUInt16BE(Math.round(toLight(step / (steps - 1)) * 0xffff), 12 + step * 2);
	}
	return bytes;
}

/** 6.5.26 */
function xyzType(xyz: Triple): Buffer {
	const bytes = Buffer.alloc(20);
	bytes.write('XYZ ', 'latin1');
	writeXyz(bytes, xyz, 8);
	return bytes;
}

/** As s15Fixed16Numbers (5.3.2). */
function writeXyz(bytes: Buffer, xyz: Triple, at: number): void {
	xyz.forEach((value, index) => void bytes.writeInt32BE(Math.round(value * 0x10000), at + index * 4));
}

/** 6.5.18 */
function textType(text: string): Buffer {
	return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

/** 6.5.17, in ASCII alone: the same in Unicode and for Macintosh is left out by counts of 0. */
function descriptionType(text: string): Buffer {
	const head = Buffer.alloc(12);
	head.write('desc', 'latin1');
	head.writeUInt32BE(text.length + 1, 8);
	return Buffer.concat([head, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

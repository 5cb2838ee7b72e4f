/** Kinds of values: 16 and 32 bits without sign, and bytes that are not interpreted (TIFF 6.0, 2). */
const short = 3;
const long = 4;
const opaque = 7;

/** Photometric interpretations: black is 0, and separated inks (TIFF 6.0, 4 and 16). */
const blackIsZero = 1;
const separated = 5;

/** One row of pixels with an ICC profile as a TIFF: the way to hand ink values to sharp. */
export function writeTiff(pixels: Uint8Array, channels: 1 | 4, profile: Uint8Array): Uint8Array {
	const width = pixels.length / channels;
	const head = 8;
	const depths = head + pixels.length + (pixels.length % 2);
	const icc = depths + 8;
	const directory = icc + profile.length + (profile.length % 2);
	const fields: readonly (readonly [tag: number, kind: number, count: number, value: number])[] = [
		[256, long, 1, width],
		[257, long, 1, 1],
		[258, short, channels, channels === 1 ? 8 : depths],
		[259, short, 1, 1],
		[262, short, 1, channels === 1 ? blackIsZero : separated],
		[273, long, 1, head],
		[277, short, 1, channels],
		[278, long, 1, 1],
		[279, long, 1, pixels.length],
		[34675, opaque, profile.length, icc],
	];
	const bytes = Buffer.alloc(directory + 2 + fields.length * 12 + 4);
	bytes.write('II*\0', 0, 'latin1');
	bytes.writeUInt32LE(directory, 4);
	bytes.set(pixels, head);
	for (let channel = 0; channel < 4; channel++) bytes.writeUInt16LE(8, depths + channel * 2);
	bytes.set(profile, icc);
	bytes.writeUInt16LE(fields.length, directory);
	fields.forEach(([tag, kind, count, value], index) => {
		const at = directory + 2 + index * 12;
		bytes.writeUInt16LE(tag, at);
		bytes.writeUInt16LE(kind, at + 2);
		bytes.writeUInt32LE(count, at + 4);
		bytes.writeUInt32LE(value, at + 8);
	});
	return bytes;
}

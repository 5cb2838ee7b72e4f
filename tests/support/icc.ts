/** What a profile says of itself in its header (ICC.1:2022, 7.2). */
export interface ProfileTraits {
	readonly kind?: string;
	readonly space?: string;
	readonly version?: number;
	/** What is said to be its size, where it is another than its own. */
	readonly size?: number;
	/** Offset of its only tag. */
	readonly tagAt?: number;
}

/** The least that has the form of an ICC profile: a header and one tag. */
export function iccProfile(traits: ProfileTraits = {}): Uint8Array {
	const { kind = 'prtr', space = 'CMYK', version = 2, tagAt = 144 } = traits;
	const bytes = Buffer.alloc(160);
	bytes.writeUInt32BE(traits.size ?? bytes.length, 0);
	bytes.writeUInt8(version, 8);
	bytes.write(kind, 12, 'latin1');
	bytes.write(space, 16, 'latin1');
	bytes.write('Lab ', 20, 'latin1');
	bytes.write('acsp', 36, 'latin1');
	bytes.writeUInt32BE(1, 128);
	bytes.write('desc', 132, 'latin1');
	bytes.writeUInt32BE(tagAt, 136);
	bytes.writeUInt32BE(16, 140);
	return new Uint8Array(bytes);
}

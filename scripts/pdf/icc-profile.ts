import type { Triple } from './matrix.ts';
import { connection } from './srgb.ts';

// Numbers of clauses are those of ICC.1:2001-04.

const headerLength = 128;

/** What an ICC profile of RGB holds. */
export interface ProfileContent {
	/** Screen or printer (6.1.4). */
	readonly deviceClass: 'mntr' | 'prtr';
	/** Profile connection space (6.1.6). */
	readonly space: 'XYZ ' | 'Lab ';
	/** In their order; those that have the very same data share it (6.2). */
	readonly tags: readonly (readonly [signature: string, data: Buffer])[];
}

/** Writes an ICC profile of RGB, of version 2. Always the same bytes. */
export function writeProfile({ deviceClass, space, tags }: ProfileContent): Uint8Array {
	const body = layTags(tags);
	return Buffer.concat([header(headerLength + body.length, `${deviceClass}RGB ${space}`), body]);
}

/** All that follows the header (6.2): the table of tags and their data, at whole words. Tags of the very same buffer share it. */
export function layTags(tags: ProfileContent['tags']): Buffer {
	const table = Buffer.alloc(4 + tags.length * 12);
	table.writeUInt32BE(tags.length);
	const places = new Map<Buffer, number>();
	const chunks: Buffer[] = [table];
	let offset = headerLength + table.length;
	tags.forEach(([signature, data], index) => {
		const place = places.get(data) ?? offset;
		if (!places.has(data)) {
			places.set(data, place);
			chunks.push(data, Buffer.alloc(-data.length & 3));
			offset += (data.length + 3) & ~3;
		}
		const at = 4 + index * 12;
		table.write(signature, at, 'latin1');
		table.writeUInt32BE(place, at + 4);
		table.writeUInt32BE(data.length, at + 8);
	});
	return Buffer.concat(chunks);
}

/** 6.1: 128 bytes; the date is that of the standard, for nothing else dates the profile. */
function header(size: number, kind: string): Buffer {
	const bytes = Buffer.alloc(headerLength);
	bytes.writeUInt32BE(size);
	bytes.writeUInt32BE(0x02100000, 8);
	bytes.write(kind, 12, 'latin1');
	[1999, 10, 1].forEach((part, index) => void bytes.writeUInt16BE(part, 24 + index * 2));
	bytes.write('acsp', 36, 'latin1');
	writeXyz(bytes, connection, 68);
	return bytes;
}

/** XYZType (6.5.26). */
export function xyzType(xyz: Triple): Buffer {
	const bytes = Buffer.alloc(20);
	bytes.write('XYZ ', 'latin1');
	writeXyz(bytes, xyz, 8);
	return bytes;
}

/** As s15Fixed16Numbers (5.3.2). */
function writeXyz(bytes: Buffer, xyz: Triple, at: number): void {
	xyz.forEach((value, index) => void bytes.writeInt32BE(Math.round(value * 0x10000), at + index * 4));
}

/** textType (6.5.18). */
export function textType(text: string): Buffer {
	return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

/** textDescriptionType (6.5.17), in ASCII alone: the same in Unicode and for Macintosh is left out by counts of 0. */
export function descriptionType(text: string): Buffer {
	const head = Buffer.alloc(12);
	head.write('desc', 'latin1');
	head.writeUInt32BE(text.length + 1, 8);
	return Buffer.concat([head, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

import { readIccHeader, readIccTags } from '../pdf/icc-header.ts';
import { layTags } from '../pdf/icc-profile.ts';

/** What the header of an ICC profile says (ICC.1:2010, 7.2). */
export interface ProfileHeader {
	readonly channels: 1 | 3 | 4;
	/** `prtr` is an output device, `mntr` a screen. */
	readonly deviceClass: string;
	/** From the description tag (9.2.41). */
	readonly description?: string;
}

const channelsOf: Readonly<Record<string, 1 | 3 | 4>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 };

/** Reads the header of a profile; a text says why the bytes are none. */
export function readProfile(bytes: Uint8Array): ProfileHeader | string {
	const header = readIccHeader(bytes);
	if (!header) return 'is not an ICC profile';
	const { size, space, deviceClass } = header;
	if (size > bytes.length) return 'is cut off: it says that it is longer';
	const channels = channelsOf[space];
	if (!channels) return `is made for ${space.trim()}, not for gray, RGB or CMYK`;
	const description = readDescription(bytes);
	return { channels, deviceClass, ...(description ? { description } : {}) };
}

/** A tag of a profile: where its data lies. */
interface Tag {
	readonly signature: string;
	readonly data: Buffer;
}

function tagsOf(bytes: Uint8Array): readonly Tag[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return readIccTags(bytes).map(({ signature, start, end }) => ({
		signature,
		data: buffer.subarray(start, end),
	}));
}

function readDescription(bytes: Uint8Array): string | undefined {
	const data = tagsOf(bytes).find(({ signature }) => signature === 'desc')?.data;
	if (!data || data.length < 28) return undefined;
	// Version 2 has ASCII (ICC.1:2001-04, 6.5.17), version 4 UTF-16 in several languages (10.15).
	if (data.toString('latin1', 0, 4) === 'desc') {
		return data.toString('latin1', 12, 12 + data.readUInt32BE(8)).replace(/\0.*$/s, '');
	}
	if (data.toString('latin1', 0, 4) !== 'mluc') return undefined;
	const start = data.readUInt32BE(24);
	const wide = Buffer.from(data.subarray(start, start + (data.readUInt32BE(20) & ~1)));
	return wide.length % 2 === 0 ? wide.swap16().toString('utf16le') : undefined;
}

/** What says how a profile was measured, and no reader of it needs. */
const measurements: ReadonlySet<string> = new Set(['targ', 'DevD', 'CIED']);

/** The profile without the measurements that it was made from, which may be most of it. */
export function slimProfile(bytes: Uint8Array): Uint8Array {
	// Tags that share their data go on doing so.
	const shared = new Map<string, Buffer>();
	const tags = tagsOf(bytes).flatMap(({ signature, data }) => {
		if (measurements.has(signature)) return [];
		const source = `${data.byteOffset} ${data.length}`;
		const one = shared.get(source) ?? data;
		shared.set(source, one);
		return [[signature, one] as const];
	});
	const head = Buffer.from(bytes.slice(0, 128));
	const body = layTags(tags);
	head.writeUInt32BE(head.length + body.length, 0);
	// The identifier (7.2.18) was of the whole profile; zero says that none was computed.
	head.fill(0, 84, 100);
	return Buffer.concat([head, body]);
}

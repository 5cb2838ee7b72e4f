/** What the header of an ICC profile says (ICC.1:2022, 7.2). Signatures have four characters: `prtr`, `RGB `. */
export interface IccHeader {
	/** What it says of its size in bytes. */
	readonly size: number;
	/** The major one. */
	readonly version: number;
	/** `prtr` is an output device, `mntr` a screen. */
	readonly deviceClass: string;
	/** Data colour space: `GRAY`, `RGB `, `CMYK`. */
	readonly space: string;
}

/** Where the data of a tag is said to lie (7.3). */
export interface IccTag {
	readonly signature: string;
	readonly start: number;
	readonly end: number;
}

const headerLength = 128;
const entryLength = 12;

/** Reads the header of a profile; nothing where the bytes are none. Whether all of it is there is not looked at. */
export function readIccHeader(bytes: Uint8Array): IccHeader | undefined {
	const view = viewOf(bytes);
	if (view.length < headerLength + 4 || view.toString('latin1', 36, 40) !== 'acsp') return undefined;
	return {
		size: view.readUInt32BE(0),
		version: view[8] ?? 0,
		deviceClass: view.toString('latin1', 12, 16),
		space: view.toString('latin1', 16, 20),
	};
}

/** The tags of bytes that begin with a header, as far as their table goes on; they may lead outside. */
export function readIccTags(bytes: Uint8Array): readonly IccTag[] {
	const view = viewOf(bytes);
	const first = headerLength + 4;
	const count = Math.min(view.readUInt32BE(headerLength), Math.floor((view.length - first) / entryLength));
	return Array.from({ length: count }, (_, index) => {
		const at = first + index * entryLength;
		const start = view.readUInt32BE(at + 4);
		return {
			signature: view.toString('latin1', at, at + 4),
			start,
			end: start + view.readUInt32BE(at + 8),
		};
	});
}

/** What is wrong with the tags of a profile, as a clause: there must be some, all of them inside the bytes. */
export function faultOfIccTags(bytes: Uint8Array): string | undefined {
	const tags = readIccTags(bytes);
	if (tags.length === 0 || tags.length < viewOf(bytes).readUInt32BE(headerLength)) return 'has no tags';
	const missing = tags.find(({ end }) => end > bytes.length);
	return missing && `lacks its tag ${missing.signature}`;
}

function viewOf(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

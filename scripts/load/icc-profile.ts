import type { InkModel } from '../model/index.ts';

/** Data colour spaces that fit the inks (ICC.1:2022, table 19). */
const spaces: Readonly<Record<InkModel, readonly string[]>> = {
	cmyk: ['CMYK'],
	gray: ['CMYK', 'GRAY'],
	rgb: ['RGB '],
};

/** Output devices (ICC.1:2022, table 18): PDF/X takes no screens, in RGB neither (ISO 15930-7, 6.2.2). */
const printer = 'prtr';

const headerSize = 128;
const entrySize = 12;

/**
 * Why bytes are no ICC profile that an output intent for these inks may have, as a clause; nothing where they are one.
 * It looks at the header (ICC.1:2022, 7.2) and whether all tags lie in the file (7.3).
 */
export function profileFault(bytes: Uint8Array, color: InkModel): string | undefined {
	if (bytes.length < headerSize + 4) return 'it is no ICC profile';
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const name = (offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));
	if (name(36) !== 'acsp') return 'it is no ICC profile';
	const size = view.getUint32(0);
	if (size > bytes.length) return `it is cut off: ${bytes.length} of ${size} bytes are there`;
	if (size < bytes.length) return `it has ${bytes.length - size} bytes behind its end`;
	// PDF 1.6 takes profiles up to ICC.1:2004-10, version 4.
	const version = bytes[8] ?? 0;
	if (version !== 2 && version !== 4) return `it is an ICC profile of version ${version}, not 2 or 4`;
	const space = name(16);
	if (!spaces[color].includes(space))
		return `it describes ${space.trim()} colours, which do not fit "color: ${color}"`;
	const kind = name(12);
	if (kind !== printer) return `it is a profile of class "${kind}", not of a printer ("${printer}")`;
	return areTagsInside(view) ? undefined : 'it is damaged: a tag lies outside the file';
}

function areTagsInside(view: DataView): boolean {
	const count = view.getUint32(headerSize);
	const start = headerSize + 4;
	if (count === 0 || start + count * entrySize > view.byteLength) return false;
	for (let at = start; at < start + count * entrySize; at += entrySize) {
		if (view.getUint32(at + 4) + view.getUint32(at + 8) > view.byteLength) return false;
	}
	return true;
}

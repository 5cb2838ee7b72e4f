import type { InkModel } from '../model/index.ts';
import { faultOfIccTags, readIccHeader } from '../pdf/icc-header.ts';

/** Data colour spaces that fit the inks (ICC.1:2022, table 19). */
const spaces: Readonly<Record<InkModel, readonly string[]>> = {
	cmyk: ['CMYK'],
	gray: ['CMYK', 'GRAY'],
	rgb: ['RGB '],
};

/** Output devices (ICC.1:2022, table 18): PDF/X takes no screens, in RGB neither (ISO 15930-7, 6.2.2). */
const printer = 'prtr';

/**
 * Why bytes are no ICC profile that an output intent for these inks may have, as a clause; nothing where they are one.
 * It looks at the header (ICC.1:2022, 7.2) and whether all tags lie in the file (7.3).
 */
export function profileFault(bytes: Uint8Array, color: InkModel): string | undefined {
	const header = readIccHeader(bytes);
	if (!header) return 'it is no ICC profile';
	const { size, version, space, deviceClass } = header;
	if (size > bytes.length) return `it is cut off: ${bytes.length} of ${size} bytes are there`;
	if (size < bytes.length) return `it has ${bytes.length - size} bytes behind its end`;
	// PDF 1.6 takes profiles up to ICC.1:2004-10, version 4.
	if (version !== 2 && version !== 4) return `it is an ICC profile of version ${version}, not 2 or 4`;
	if (!spaces[color].includes(space))
		return `it describes ${space.trim()} colours, which do not fit "color: ${color}"`;
	if (deviceClass !== printer)
		return `it is a profile of class "${deviceClass}", not of a printer ("${printer}")`;
	return faultOfIccTags(bytes) && 'it is damaged: a tag lies outside the file';
}

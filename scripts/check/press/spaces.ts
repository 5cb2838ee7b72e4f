import {
	type PDFDict,
	PDFHexString,
	PDFName,
	type PDFObject,
	PDFRawStream,
	PDFString,
} from '@cantoo/pdf-lib';
import { contentOf } from '../../pdf/stream-content.ts';
import { entry, itemsOf, nameOf } from './objects.ts';

/** A colour space (ISO 32000-1, 8.6), as far as inks follow from it. */
export interface Space {
	/** `DeviceCMYK`, `ICCBased`, `Separation` …, or what a file says that is none of them. */
	readonly family: string;
	/** What the values of this one stand for: of indexed and uncoloured patterns the base, of inks the alternate. */
	readonly base?: Space;
	/** Of Separation and DeviceN. */
	readonly inks?: readonly string[];
	/** Number of components of ICCBased. */
	readonly channels?: number;
	/** Of Indexed: the values of its colours in the base, a byte each. */
	readonly palette?: Uint8Array;
}

/** What inline images may write instead (8.9.7, table 93 and 94). */
const short: Readonly<Record<string, string>> = {
	G: 'DeviceGray',
	RGB: 'DeviceRGB',
	CMYK: 'DeviceCMYK',
	I: 'Indexed',
};

/**
 * Reads a colour space that is given by a name or an array.
 * @param resources where names are looked up that are none of a device
 */
export function readSpace(object: PDFObject | undefined, resources?: PDFDict, depth = 0): Space | undefined {
	// A space that leads to itself is none.
	if (depth > 8) return undefined;
	const inner = (one: PDFObject | undefined) => readSpace(one, resources, depth + 1);
	if (object instanceof PDFName) return namedSpace(object, resources, depth);
	const [head, second, third, fourth] = itemsOf(object);
	const family = expand(nameOf(head));
	if (family === undefined) return undefined;
	if (family === 'ICCBased') return { family, channels: componentsOf(second) };
	if (family === 'Indexed') return { family, ...based(inner(second)), ...paletteOf(fourth) };
	if (family === 'Pattern') return { family, ...based(inner(second)) };
	if (family === 'Separation') return { family, inks: [nameOf(second) ?? ''], ...based(inner(third)) };
	if (family === 'DeviceN')
		return { family, inks: itemsOf(second).map((ink) => nameOf(ink) ?? ''), ...based(inner(third)) };
	return { family };
}

function namedSpace(name: PDFName, resources: PDFDict | undefined, depth: number): Space | undefined {
	const family = expand(nameOf(name)) ?? '';
	const given = entry(resources, 'ColorSpace');
	const found = given && 'get' in given ? entry(given as PDFDict, family) : undefined;
	return found ? readSpace(found, resources, depth + 1) : { family };
}

function expand(name: string | undefined): string | undefined {
	return name === undefined ? undefined : (short[name] ?? name);
}

function based(base: Space | undefined): { base?: Space } {
	return base ? { base } : {};
}

function componentsOf(profile: PDFObject | undefined): number {
	return profile instanceof PDFRawStream ? Number(entry(profile.dict, 'N')?.toString()) || 0 : 0;
}

function paletteOf(table: PDFObject | undefined): { palette?: Uint8Array } {
	if (table instanceof PDFRawStream) return { palette: contentOf(table) };
	return table instanceof PDFString || table instanceof PDFHexString ? { palette: table.asBytes() } : {};
}

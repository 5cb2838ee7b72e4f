import type { Metadata, Sharp } from 'sharp';
import type { PictureRules } from '../model/index.ts';

/** What of an image shops and reading systems care about. */
export interface Traits {
	readonly format: 'png' | 'jpeg' | 'gif' | 'webp';
	/** As it is looked at, in pixels. */
	readonly width: number;
	readonly height: number;
	readonly hasAlpha: boolean;
	readonly moves: boolean;
	readonly isTurned: boolean;
	/** Neither grey nor sRGB with eight bits: `CMYK`, `16 bits`, `its own colour profile`. */
	readonly colours?: string;
}

/** What has to be done to an image. */
export type Change = 'still' | 'scaled' | 'upright' | 'colours' | 'opaque' | 'format' | 'smaller';

/**
 * @throws Error where the format is none that a manuscript may have, or the head of the file is damaged
 */
export async function readTraits(image: Sharp, bytes: Uint8Array): Promise<Traits> {
	const found = await image.metadata();
	const { format, width, height, orientation = 1 } = found;
	if (format !== 'png' && format !== 'jpeg' && format !== 'gif' && format !== 'webp')
		throw new Error(`it is ${format}, not PNG, JPEG, GIF or WebP`);
	// EXIF orientations 5 to 8 lie on their side.
	const lies = orientation >= 5;
	const colours = strangeColours(found);
	return {
		format,
		width: lies ? height : width,
		height: lies ? width : height,
		hasAlpha: found.hasAlpha ?? false,
		moves: (found.pages ?? 1) > 1 || (format === 'png' && isMovingPng(bytes)),
		isTurned: orientation > 1,
		...(colours ? { colours } : {}),
	};
}

function strangeColours({ space, depth, icc, format }: Metadata): string | undefined {
	if (space === 'cmyk') return 'CMYK';
	if (space === 'rgb16' || space === 'grey16' || depth === 'ushort') return '16 bits';
	if (space !== 'srgb' && space !== 'b-w' && format !== 'gif') return space?.toUpperCase();
	return icc && space === 'srgb' && !isSrgb(icc) ? 'its own colour profile' : undefined;
}

/** The description of a profile is ASCII or UTF-16 (ICC.1:2022, 10.15 and 10.24). */
function isSrgb(profile: Buffer): boolean {
	return /s\0?R\0?G\0?B/.test(profile.toString('latin1'));
}

/** An animation is announced before the first picture (PNG third edition, 11.3.6.1). */
function isMovingPng(bytes: Uint8Array): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 8; at + 8 <= buffer.length; at += 12 + buffer.readUInt32BE(at)) {
		const type = buffer.toString('latin1', at + 4, at + 8);
		if (type === 'acTL') return true;
		if (type === 'IDAT') return false;
	}
	return false;
}

/** What an image needs so that it keeps the rules; nothing for one that is fine as it is. */
export function changesFor(traits: Traits, size: number, rules: PictureRules): readonly Change[] {
	const { width, height, format, moves, isTurned, colours, hasAlpha } = traits;
	const changes: Change[] = [];
	if (moves) changes.push('still');
	if (width * height > rules.maxPixels) changes.push('scaled');
	if (isTurned) changes.push('upright');
	if (colours) changes.push('colours');
	if (rules.opaque && hasAlpha) changes.push('opaque');
	// EPUB 3.3 knows both (3.2), but Apple Books lists neither ("Interior Image Requirements"), and few know WebP.
	if (format === 'webp' || format === 'gif') changes.push('format');
	if (size > rules.maxBytes) changes.push('smaller');
	return changes;
}

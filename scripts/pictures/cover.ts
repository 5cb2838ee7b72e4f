import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { noMemo } from '../diagnostics/index.ts';
import type { Memo, Picture } from '../model/index.ts';
import { open } from './convert.ts';

export interface CoverRules {
	/** Width × height. */
	readonly maxPixels: number;
	readonly maxBytes: number;
}

/** A cover shows large areas and sharp letters. */
const quality = 92;

/**
 * The picture of the cover as shops take it: sRGB, solid, PNG or JPEG, whichever is smaller.
 * @param picture PNG
 */
export async function prepareCover(
	picture: Uint8Array,
	rules: CoverRules,
	{ memo = noMemo }: { readonly memo?: Memo } = {},
): Promise<Picture> {
	const key = JSON.stringify([createHash('sha256').update(picture).digest('hex'), rules]);
	return await memo.recall('cover', key, () => encodeCover(picture, rules));
}

async function encodeCover(picture: Uint8Array, { maxPixels, maxBytes }: CoverRules): Promise<Picture> {
	const { width, height } = await open(picture).metadata();
	const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
	const image = open(picture)
		.resize(Math.floor(width * scale), Math.floor(height * scale), { fit: 'fill' })
		.flatten({ background: '#fff' })
		.withIccProfile('srgb');
	const [png, jpeg] = await Promise.all([toPng(image), toJpeg(image)]);
	return png.bytes.length <= Math.min(maxBytes, jpeg.bytes.length) ? png : jpeg;
}

async function toPng(image: Sharp): Promise<Picture> {
	return { mediaType: 'image/png', bytes: await image.clone().png({ compressionLevel: 9 }).toBuffer() };
}

async function toJpeg(image: Sharp): Promise<Picture> {
	const bytes = await image.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
	return { mediaType: 'image/jpeg', bytes };
}

import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { noMemo } from '../diagnostics/index.ts';
import type { Memo, Picture, Store } from '../model/index.ts';
import { open } from './convert.ts';

export interface CoverRules {
	/** Width × height. */
	readonly maxPixels: number;
	readonly maxBytes: number;
}

/** A cover shows large areas and sharp letters. */
const quality = 92;

/** Another number for every change of what is done to covers. */
const version = 1;

const room = 'covers';

export interface CoverOptions {
	readonly memo?: Memo;
	readonly store?: Store;
}

/**
 * The picture of the cover as shops take it: sRGB, solid, PNG or JPEG, whichever is smaller.
 * @param picture PNG
 */
export async function prepareCover(
	picture: Uint8Array,
	rules: CoverRules,
	{ memo = noMemo, store }: CoverOptions = {},
): Promise<Picture> {
	const digest = createHash('sha256').update(picture).digest('hex');
	// JSON knows no infinity.
	const key = JSON.stringify([version, sharp.versions, digest, String(rules.maxPixels), rules.maxBytes]);
	return await memo.recall('cover', key, async () => {
		const kept = await store?.get(room, key);
		if (kept) return { mediaType: isPng(kept) ? 'image/png' : 'image/jpeg', bytes: kept };
		const made = await encodeCover(picture, rules);
		void store?.put(room, key, made.bytes);
		return made;
	});
}

function isPng(bytes: Uint8Array): boolean {
	return bytes[0] === 0x89;
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

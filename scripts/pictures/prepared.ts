import { z } from 'zod';
import type { Picture } from '../model/index.ts';
import type { Change, Traits } from './traits.ts';

/** An image that was looked at, and changed where it had to be. */
export interface Prepared {
	readonly traits: Traits;
	readonly changes: readonly Change[];
	/** Where something was changed. */
	readonly picture?: Picture;
	/** Size of the changed picture, in pixels. */
	readonly width: number;
	readonly height: number;
}

const head: z.ZodType<Omit<Prepared, 'picture'> & { readonly mediaType?: Picture['mediaType'] }> =
	z.strictObject({
		traits: z.strictObject({
			format: z.enum(['png', 'jpeg', 'gif', 'webp']),
			width: z.number(),
			height: z.number(),
			hasAlpha: z.boolean(),
			moves: z.boolean(),
			isTurned: z.boolean(),
			colours: z.string().optional(),
		}) as z.ZodType<Traits>,
		changes: z.array(z.enum(['still', 'scaled', 'upright', 'colours', 'opaque', 'format', 'smaller'])),
		width: z.number(),
		height: z.number(),
		mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']).optional(),
	}) as z.ZodType<Omit<Prepared, 'picture'> & { readonly mediaType?: Picture['mediaType'] }>;

/** The length of a head (4 bytes, big endian), the head as JSON, the bytes of the picture where there is one. */
export function encodePrepared({ picture, ...rest }: Prepared): Uint8Array {
	const text = Buffer.from(JSON.stringify({ ...rest, ...(picture && { mediaType: picture.mediaType }) }));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(text.length);
	return Buffer.concat([length, text, picture?.bytes ?? new Uint8Array()]);
}

/** What was kept, or nothing where the bytes are something else. */
export function decodePrepared(bytes: Uint8Array): Prepared | undefined {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const start = 4 + buffer.readUInt32BE(0);
		const { mediaType, ...rest } = head.parse(JSON.parse(buffer.toString('utf8', 4, start)));
		return mediaType ? { ...rest, picture: { mediaType, bytes: buffer.subarray(start) } } : rest;
	} catch {
		return undefined;
	}
}

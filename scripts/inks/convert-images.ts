import type { ImageJob } from './convert-part.ts';
import { type ImageInks, luminosity, separate } from './image-inks.ts';
import { readPixels } from './image-pixels.ts';
import type { InkStream } from './ink-part.ts';
import { packPixels } from './pack-pixels.ts';
import { readEntries, readValue, withEntries, writeEntries } from './syntax.ts';

/** An image from which ink was taken, because more would have lain on one spot than may. */
export interface HeavyImage {
	/** Size in pixels. */
	readonly width: number;
	readonly height: number;
	/** Index of the first page of its part that shows it. */
	readonly page: number;
	/** Most ink that lay on one spot, in percent, and the share of its pixels that were too heavy, 0 to 1. */
	readonly ink: number;
	readonly share: number;
}

interface Content {
	readonly objects: readonly string[];
	readonly streams: readonly InkStream[];
}

/** Puts the pixels of images into inks, one after another, for a large one takes much memory. */
export async function convertImages(
	{ objects, streams }: Content,
	jobs: readonly ImageJob[],
	inks: ImageInks,
): Promise<{ readonly streams: readonly InkStream[]; readonly heavy: readonly HeavyImage[] }> {
	const converted = [...streams];
	const heavy: HeavyImage[] = [];
	const source = {
		object: (index: number) => readValue(objects[index] ?? 'null'),
		stream: (index: number) => streams[index],
	};
	for (const { index, mask, page } of jobs) {
		const image = streams[index];
		const pixels = image && (await readPixels(image, source));
		if (!image || !pixels) continue;
		const { width, height } = pixels;
		const inked = mask ? luminosity(pixels) : await separate(pixels, inks);
		const packed = packPixels(inked.data, width, inked.channels);
		const entries = withEntries(readEntries(image.entries), {
			ColorSpace: inked.channels === 1 ? '/DeviceGray' : '/DeviceCMYK',
			BitsPerComponent: '8',
			Filter: '/FlateDecode',
			DecodeParms: readValue(packed.parameters),
			Decode: undefined,
			ColorTransform: undefined,
			Intent: undefined,
		});
		converted[index] = { entries: writeEntries(entries), bytes: packed.bytes };
		const { heavy: share, heaviest } = inked;
		if (share > 0) heavy.push({ width, height, page, ink: Math.round(heaviest * 100), share });
	}
	return { streams: converted, heavy };
}

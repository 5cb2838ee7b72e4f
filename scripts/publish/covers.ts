import { imageSize } from 'image-size';
import type { Listing, Picture, Publication } from '../model/index.ts';

/** The picture of a cover, as a file of its own. */
export interface Cover extends Listing {
	readonly mediaType: 'image/png' | 'image/jpeg';
	/** In pixels. */
	readonly width: number;
	readonly height: number;
}

/**
 * Cover pictures by edition, each named after its edition: `report.zh.cover.png`.
 * @throws Error where a cover is neither PNG nor JPEG
 */
export function coversOf(publications: readonly Publication[]): ReadonlyMap<string, Cover> {
	const covers = new Map<string, Cover>();
	for (const { edition, cover } of publications) {
		if (cover) covers.set(edition.id, describe(`${edition.slug}.${edition.id}.cover`, cover));
	}
	return covers;
}

function describe(stem: string, { mediaType, bytes }: Picture): Cover {
	const { width, height } = imageSize(bytes);
	if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
		throw new Error(`A cover must not be ${mediaType}.`);
	const ending = mediaType === 'image/png' ? 'png' : 'jpg';
	return { name: `${stem}.${ending}`, bytes, mediaType, width, height };
}

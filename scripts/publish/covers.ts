import { imageSize } from 'image-size';
import type { Listing, Publication } from '../model/index.ts';

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

function describe(stem: string, bytes: Uint8Array): Cover {
	const { type, width, height } = imageSize(bytes);
	if (type !== 'png' && type !== 'jpg') throw new Error('The cover picture is neither PNG nor JPEG.');
	return {
		name: `${stem}.${type}`,
		bytes,
		mediaType: type === 'png' ? 'image/png' : 'image/jpeg',
		width,
		height,
	};
}

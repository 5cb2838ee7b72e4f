import type { Reporter } from '../diagnostics/index.ts';
import type { Place } from '../model/index.ts';
import type { Prepared } from './prepared.ts';

/** Tells the editor what became of an image: what moved, what is smaller now, what has other colours. */
export function sayChanges(path: string, prepared: Prepared, place: Place, report: Reporter): void {
	const { traits, changes, picture, width, height } = prepared;
	if (changes.includes('still')) sayStill(path, place, report);
	const isScaled = picture !== undefined && (width !== traits.width || height !== traits.height);
	if (isScaled) {
		const sizes = `${traits.width} × ${traits.height} pixels, in the EPUB ${width} × ${height}`;
		report('image-scaled', `the image "${path}" has ${sizes}`, place);
	}
	const became = picture?.mediaType.slice('image/'.length).toUpperCase();
	const was = traits.format.toUpperCase();
	const done = [
		...(changes.includes('colours') ? [`${traits.colours} became sRGB with 8 bits`] : []),
		...(changes.includes('upright') ? ['it is turned upright'] : []),
		...(changes.includes('opaque') ? ['transparent parts became white'] : []),
		...(changes.includes('smaller') && !isScaled ? ['its file was too large'] : []),
		...(became && became !== was ? [`${was} became ${became}`] : []),
	];
	if (done.length > 0)
		report('image-converted', `the image "${path}" is changed for the EPUB: ${done.join('; ')}`, place);
}

/** Tells that a picture or drawing moves. */
export function sayStill(path: string, place: Place, report: Reporter): void {
	report('image-still', `the image "${path}" moves; an EPUB shows its first picture`, place);
}

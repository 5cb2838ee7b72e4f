import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { Drawings } from './drawing.ts';
import { colorsOf } from './functions.ts';
import type { InkCheck } from './inks.ts';
import { entry, numberAt, numbersOf } from './objects.ts';
import { predictionOf, undoPrediction } from './predictor.ts';
import { readSpace, type Space } from './spaces.ts';

/**
 * Looks at every colour that a page is painted with: by operators, in shadings and patterns, by images, and those in
 * which transparent parts are blended (ISO 15930-7: no device colour that the output intent does not cover).
 */
export function checkColors(drawings: Drawings, inks: InkCheck): void {
	for (const { thing, pages } of drawings.all) {
		const spaces = new Set([...thing.spaces, ...thing.colors.map(({ space }) => space)]);
		for (const space of spaces) inks.space(space, 'A colour', pages);
		for (const { space, values } of thing.colors) inks.color(space, values, 'A colour', pages);
		inks.space(thing.blending, 'A transparent group', pages);
	}
	for (const [shading, { thing, pages }] of drawings.shadings) {
		const space = readSpace(entry(shading, 'ColorSpace'), thing.resources);
		inks.space(space, 'A gradient', pages);
		if (!space) continue;
		const background = numbersOf(entry(shading, 'Background'));
		const ends = [...colorsOf(entry(shading, 'Function')), ...(background.length > 0 ? [background] : [])];
		for (const color of ends) inks.color(space, color, 'A gradient', pages);
	}
	for (const [image, { thing, pages }] of drawings.images) checkImage(image, thing.resources, inks, pages);
}

function checkImage(
	image: PDFRawStream,
	resources: PDFDict | undefined,
	inks: InkCheck,
	pages: ReadonlySet<number>,
): void {
	const { dict } = image;
	const [width, height] = [numberAt(dict, 'Width'), numberAt(dict, 'Height')];
	const what = `An image of ${width} × ${height} px`;
	const space = readSpace(entry(dict, 'ColorSpace'), resources);
	inks.space(space, what, pages);
	const pixels = space && pixelsOf(image, space);
	if (!pixels) return;
	for (const color of extremes(pixels, numbersOf(entry(dict, 'Decode'))[0] === 1 && !space.palette))
		inks.color(cmyk, color, what, pages);
}

const cmyk: Space = { family: 'DeviceCMYK' };

/** The inks of an image as bytes: of the colours that an indexed one may have, or of every pixel. */
function pixelsOf(image: PDFRawStream, space: Space): Uint8Array | undefined {
	if (space.base?.family === 'DeviceCMYK') return space.palette;
	if (space.family !== 'DeviceCMYK' || numberAt(image.dict, 'BitsPerComponent') !== 8) return undefined;
	const prediction = predictionOf(image.dict);
	if (prediction === 'other') return undefined;
	try {
		const bytes = inflateSync(image.contents);
		return prediction === 'none' ? bytes : undoPrediction(bytes, prediction);
	} catch {
		return undefined;
	}
}

/** The pixel with most ink, and the one with most of other inks than black. */
function extremes(pixels: Uint8Array, inverted: boolean): readonly (readonly number[])[] {
	let most = 0;
	let mostAt = 0;
	let bright = 0;
	let brightAt = 0;
	const flip = inverted ? 255 : 0;
	for (let at = 0; at + 3 < pixels.length; at += 4) {
		const chroma =
			((pixels[at] as number) ^ flip) +
			((pixels[at + 1] as number) ^ flip) +
			((pixels[at + 2] as number) ^ flip);
		const sum = chroma + ((pixels[at + 3] as number) ^ flip);
		if (sum > most) {
			most = sum;
			mostAt = at;
		}
		if (chroma > bright) {
			bright = chroma;
			brightAt = at;
		}
	}
	const color = (at: number) => [...pixels.subarray(at, at + 4)].map((value) => (value ^ flip) / 255);
	return mostAt === brightAt ? [color(mostAt)] : [color(mostAt), color(brightAt)];
}

import type { Reporter, RuleId } from '../diagnostics/index.ts';
import type { Asset, Edition, Memo, Place, PrintedPicture } from '../model/index.ts';
import { open, restrain } from './convert.ts';
import { usesIn } from './uses.ts';

export interface ResolutionOptions {
	readonly memo: Memo;
	readonly report: Reporter;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Pixels to the inch. */
interface Limits {
	readonly good: number;
	readonly least: number;
}

/**
 * Twice the 150 lines to the inch of the usual screen, and as many as its lines; edges of black and white are not
 * screened and show each of their steps.
 */
const photograph: Limits = { good: 300, least: 150 };
const lineArt: Limits = { good: 600, least: 300 };

/** What rounding to whole px takes away, as a share. */
const tolerance = 0.01;

/** Nobody prints more pixels as line art; larger ones are not decoded to look for it. */
const mostPixels = 100_000_000;

const room = 'line art';

/**
 * Reports images that have too few pixels for the size in which they are printed, each use at its place in the text. A
 * drawing (SVG) has no pixels.
 */
export async function checkResolution(
	edition: Edition,
	printed: readonly PrintedPicture[],
	{ memo, report }: ResolutionOptions,
): Promise<void> {
	restrain();
	// One after the other: a large one alone fills the memory.
	for (const { picture, place } of placed(edition, printed)) {
		const asset = edition.images.get(picture.source);
		if (!asset?.pixels) continue;
		const found = resolutionOf(asset.pixels, picture);
		if (found >= lineArt.good * (1 - tolerance)) continue;
		const key = JSON.stringify([asset.path, asset.stamp]);
		const isLineArt = await memo.recall(room, key, () => hasTwoTones(asset));
		const limits = isLineArt ? lineArt : photograph;
		const rule = ruleFor(found, limits);
		if (rule) report(rule, describe(asset.path, asset.pixels, found, limits), place);
	}
}

function ruleFor(found: number, { good, least }: Limits): RuleId | undefined {
	if (found < least * (1 - tolerance)) return 'print-resolution-low';
	return found < good * (1 - tolerance) ? 'print-resolution' : undefined;
}

/** How it is printed, and how wide it could be without this finding; `width` of HTML counts CSS px, 96 to the inch. */
function describe(path: string, pixels: Size, found: number, { good }: Limits): string {
	const kind = good === lineArt.good ? 'black and white image' : 'image';
	const widest = pixels.width / good;
	const now = `is printed ${inMm(pixels.width / found, Math.round)} wide at ${Math.round(found)} pixels to the inch`;
	const advice = `up to ${inMm(widest, Math.floor)} wide (width="${Math.max(1, Math.floor(widest * 96))}")`;
	return `the ${kind} "${path}" ${now}; ${advice} it would have ${good}`;
}

/** A length in inches; tenths tell something of small ones alone. */
function inMm(inches: number, round: (length: number) => number): string {
	const mm = inches * 25.4;
	return `${mm < 10 ? round(mm * 10) / 10 : round(mm)} mm`;
}

/** Pixels to the inch: an image fills its box on one side and keeps its proportions on the other. */
function resolutionOf(pixels: Size, { width, height }: Size): number {
	return Math.max((pixels.width * 72) / width, (pixels.height * 72) / height);
}

interface Placed {
	readonly picture: PrintedPicture;
	readonly place: Place;
}

/** Each use of an image with its place: the second image of a unit that shows a file is the second use of the file. */
function placed({ units }: Edition, printed: readonly PrintedPicture[]): readonly Placed[] {
	const uses = new Map(units.map((unit) => [unit.id, usesIn(unit)]));
	const seen = new Map<string, number>();
	return printed.flatMap((picture): Placed[] => {
		const { source, unit, width, height } = picture;
		// What is not shown has no size.
		if (width <= 0 || height <= 0) return [];
		const places = (uses.get(unit) ?? []).filter((use) => use.source === source).map(({ place }) => place);
		const key = JSON.stringify([unit, source]);
		const index = seen.get(key) ?? 0;
		seen.set(key, index + 1);
		const place = places[Math.min(index, places.length - 1)];
		return [{ picture, place: place ?? { file: source, line: 0, column: 0 } }];
	});
}

/** Whether an image is made of black and white alone. A damaged one was told of before, and is none. */
async function hasTwoTones({ mediaType, pixels, read }: Asset): Promise<boolean> {
	if (mediaType === 'image/jpeg' || !pixels || pixels.width * pixels.height > mostPixels) return false;
	try {
		const image = open(await read())
			.flatten({ background: '#ffffff' })
			.toColourspace('srgb');
		const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
		for (let at = 0; at < data.length; at += info.channels)
			if (!isTone(data, at, info.channels)) return false;
		return true;
	} catch {
		return false;
	}
}

/** Black or white: all channels at one end. */
function isTone(data: Uint8Array, start: number, channels: number): boolean {
	const first = data[start];
	if (first !== 0 && first !== 255) return false;
	for (let at = start + 1; at < start + channels; at++) if (data[at] !== first) return false;
	return true;
}

import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { Picture, PictureRules } from '../model/index.ts';
import type { Traits } from './traits.ts';

/** Nobody prints more, and a file of a few kB can claim any size. */
const mostPixels = 512_000_000;

const qualities = [90, 82, 74, 66, 58, 50];

/** How much narrower and lower an image becomes where no other way makes its file small enough. */
const step = 0.8;

/**
 * Keeps libvips small: each image is seen once, and with one thread a hundred megapixels need 100 MB less, in hardly
 * more time.
 */
export function restrain(): void {
	sharp.cache(false);
	sharp.concurrency(1);
}

/** An image as sharp reads it: the first picture of those that move, and damage is an error. */
export function open(bytes: Uint8Array): Sharp {
	return sharp(bytes, { failOn: 'truncated', limitInputPixels: mostPixels, sequentialRead: true });
}

/**
 * Decodes an image to its end.
 * @throws Error where it is damaged
 */
export async function proveWhole(bytes: Uint8Array): Promise<void> {
	await open(bytes).resize(16, 16, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
}

export interface Converted extends Picture {
	readonly width: number;
	readonly height: number;
}

/**
 * An image as the rules ask for it: still, upright, in sRGB with eight bits, small enough.
 * @throws Error where it is damaged
 */
export async function convert(bytes: Uint8Array, traits: Traits, rules: PictureRules): Promise<Converted> {
	const pixels = await decode(bytes, sizeAt(scaleFor(traits, rules), traits), rules);
	for (let scale = scaleFor(traits, rules); ; scale *= step) {
		const { width, height } = sizeAt(scale, traits);
		const found = await encode(render(pixels, width, height), traits, rules);
		if (found) return { ...found, width, height };
	}
}

/**
 * Whether anything shines through an image that has an alpha channel, looked at in the size in which it is used.
 * @throws Error where it is damaged
 */
export async function shinesThrough(
	bytes: Uint8Array,
	traits: Traits,
	rules: PictureRules,
): Promise<boolean> {
	const size = sizeAt(scaleFor(traits, rules), traits);
	const { data, info } = await decode(bytes, size, { ...rules, opaque: false });
	for (let at = info.channels - 1; at < data.length; at += info.channels) if (data[at] !== 255) return true;
	return false;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

function scaleFor({ width, height }: Size, { maxPixels }: PictureRules): number {
	return Math.min(1, Math.sqrt(maxPixels / (width * height)));
}

function sizeAt(scale: number, { width, height }: Size): Size {
	const side = (length: number) => Math.max(1, Math.floor(length * scale));
	return { width: side(width), height: side(height) };
}

interface Pixels {
	readonly data: Buffer;
	readonly info: OutputInfo;
}

/** Once, for several tries may follow and a large image takes seconds. */
async function decode(bytes: Uint8Array, { width, height }: Size, { opaque }: PictureRules): Promise<Pixels> {
	const image = open(bytes).autoOrient().resize(width, height, { fit: 'fill' }).toColourspace('srgb');
	if (opaque) image.flatten({ background: '#fff' });
	return await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
}

function render({ data, info }: Pixels, width: number, height: number): Sharp {
	const { channels } = info;
	const image = sharp(data, { raw: { width: info.width, height: info.height, channels } });
	if (channels < 3) image.toColourspace('b-w');
	return width < info.width ? image.resize(width, height, { fit: 'fill' }) : image;
}

/** The image in the format that suits it; undefined where it is too large in every one. */
async function encode(image: Sharp, traits: Traits, rules: PictureRules): Promise<Picture | undefined> {
	const isSolid = !traits.hasAlpha || rules.opaque;
	const fits = ({ bytes }: Picture) => bytes.length <= rules.maxBytes;
	if (traits.format === 'webp' && isSolid) {
		const all = [await toPng(image), await toJpeg(image, qualities[0])].filter(fits);
		const [first, second] = all;
		if (first) return second && second.bytes.length < first.bytes.length ? second : first;
	} else if (traits.format !== 'jpeg') {
		const png = await toPng(image);
		if (fits(png)) return png;
	}
	if (!isSolid) return undefined;
	for (const quality of qualities) {
		const jpeg = await toJpeg(image, quality);
		if (fits(jpeg)) return jpeg;
	}
	return undefined;
}

async function toPng(image: Sharp): Promise<Picture> {
	return { mediaType: 'image/png', bytes: await image.clone().png({ compressionLevel: 9 }).toBuffer() };
}

/** Colours are kept as sharp as the rest: a book has diagrams more often than photographs. */
async function toJpeg(image: Sharp, quality = 90): Promise<Picture> {
	const jpeg = image.clone().jpeg({ quality, chromaSubsampling: '4:4:4' });
	return { mediaType: 'image/jpeg', bytes: await jpeg.toBuffer() };
}

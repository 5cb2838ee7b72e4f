import sharp from 'sharp';
import { followed, kindOfSpace, type SpaceSource } from './color-space.ts';
import type { InkStream } from './ink-part.ts';
import { unpack } from './stream-bytes.ts';
import { isArray, numberOf, numbersOf, readEntries, targetOf, type Value } from './syntax.ts';

/** An image as it looks on the screen, 8 bits a channel: one channel where it is gray. */
export interface ScreenPixels {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: Uint8Array;
}

/** Decodes pixels; nothing comes back for images that the browser does not write. */
export async function readPixels(image: InkStream, source: SpaceSource): Promise<ScreenPixels | undefined> {
	const dictionary = readEntries(image.entries);
	const { entries } = dictionary;
	const width = numberOf(entries.get('Width')) ?? 0;
	const height = numberOf(entries.get('Height')) ?? 0;
	const space = followed(entries.get('ColorSpace'), source);
	const isIndexed = isArray(space) && space[0] === '/Indexed';
	const kind = isIndexed ? 'gray' : kindOfSpace(space, source);
	if (kind !== 'gray' && kind !== 'rgb') return undefined;
	const channels = kind === 'gray' ? 1 : 3;
	const size = { width, height, channels } as const;
	const data =
		entries.get('Filter') === '/DCTDecode'
			? await fromJpeg(image.bytes, size)
			: samplesOf(
					unpack(image.bytes, dictionary),
					size,
					numberOf(entries.get('BitsPerComponent')),
					isIndexed,
				);
	if (!data) return undefined;
	if (isIndexed) return fromPalette({ width, height }, data, space, source);
	return trimmed({ ...size, data: decoded(data, numbersOf(entries.get('Decode')), channels) });
}

interface Size {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
}

/** A profile in the file counts: the browser says the same of the image, or nothing. */
async function fromJpeg(
	bytes: Uint8Array,
	{ width, height, channels }: Size,
): Promise<Uint8Array | undefined> {
	try {
		const { data, info } = await sharp(bytes, { failOn: 'none' })
			.toColourspace(channels === 1 ? 'b-w' : 'srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
		return info.width === width && info.height === height && info.channels === channels ? data : undefined;
	} catch {
		return undefined;
	}
}

/** Samples of 1, 2, 4, 8 or 16 bits, whose rows begin at whole bytes (ISO 32000-1, 8.9.5.2), as bytes. */
function samplesOf(
	bytes: Uint8Array | undefined,
	{ width, height, channels }: Size,
	depth = 8,
	isIndexed: boolean,
): Uint8Array | undefined {
	const row = width * channels;
	const rowBytes = Math.ceil((row * depth) / 8);
	if (!bytes || bytes.length < rowBytes * height) return undefined;
	if (depth === 8) return bytes.subarray(0, row * height);
	const data = new Uint8Array(row * height);
	if (depth === 16) return data.map((_, index) => bytes[index * 2] ?? 0);
	const largest = 2 ** depth - 1;
	const scale = isIndexed ? 1 : 255 / largest;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < row; x++) {
			const bit = x * depth;
			const byte = bytes[y * rowBytes + (bit >> 3)] ?? 0;
			data[y * row + x] = ((byte >> (8 - depth - (bit & 7))) & largest) * scale;
		}
	}
	return data;
}

/** `[/Indexed base highest colours]` (8.6.6.3). */
function fromPalette(
	size: Pick<Size, 'width' | 'height'>,
	indices: Uint8Array,
	space: readonly Value[],
	source: SpaceSource,
): ScreenPixels | undefined {
	const [, base, , table] = space;
	const kind = kindOfSpace(base, source);
	const colors = tableOf(table, source);
	if (!colors || (kind !== 'gray' && kind !== 'rgb')) return undefined;
	const channels = kind === 'gray' ? 1 : 3;
	const data = new Uint8Array(indices.length * channels);
	indices.forEach((index, at) => {
		for (let channel = 0; channel < channels; channel++) {
			data[at * channels + channel] = colors[index * channels + channel] ?? 0;
		}
	});
	return trimmed({ ...size, channels, data });
}

function tableOf(value: Value | undefined, source: SpaceSource): Uint8Array | undefined {
	const found = followed(value, source);
	const target = targetOf(found);
	const stream = target?.kind === 'stream' ? source.stream(target.index) : undefined;
	if (stream) return unpack(stream.bytes, readEntries(stream.entries));
	return typeof found === 'string' && found.startsWith('<')
		? Buffer.from(found.slice(1, -1), 'hex')
		: undefined;
}

/** `Decode` (8.9.5.2): what the smallest and the largest sample mean. */
function decoded(data: Uint8Array, decode: readonly number[] | undefined, channels: number): Uint8Array {
	if (!decode || decode.every((value, index) => value === index % 2)) return data;
	const tables = Array.from({ length: channels }, (_, channel) => {
		const [low = 0, high = 1] = decode.slice(channel * 2, channel * 2 + 2);
		return Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * low + value * (high - low)));
	});
	return data.map((value, at) => tables[at % channels]?.[value] ?? 0);
}

/** An image without any colour as one channel. */
function trimmed(pixels: ScreenPixels): ScreenPixels {
	const { channels, data } = pixels;
	if (channels === 1) return pixels;
	for (let at = 0; at < data.length; at += 3) {
		if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return pixels;
	}
	const gray = new Uint8Array(data.length / 3);
	for (let at = 0; at < gray.length; at++) gray[at] = data[at * 3] ?? 0;
	return { ...pixels, channels: 1, data: gray };
}

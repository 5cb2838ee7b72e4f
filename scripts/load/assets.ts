import { open, readFile, stat } from 'node:fs/promises';
import { imageSize } from 'image-size';
import type { Asset, Memo } from '../model/index.ts';
import { mapInBatches } from './batches.ts';
import { densityOf } from './image-density.ts';
import type { Inventory } from './inventory.ts';
import { decodeText } from './read-text.ts';
import { svgSize } from './svg-size.ts';

export interface Assets {
	readonly assets: ReadonlyMap<string, Asset>;
	/** Why an image cannot be used, as a clause: `it is empty`. */
	readonly unreadable: ReadonlyMap<string, string>;
}

const imageName = /\.(?:png|jpe?g|gif|webp|svg)$/i;
const headerBytes = 512 * 1024;
const maxSvgBytes = 5 * 1024 * 1024;
// Epub readers and printers give up long before this.
const maxBytes = 256 * 1024 * 1024;

/**
 * Looks at every image file of the manuscript: its kind by its first bytes, its true size. An image whose file is
 * as it was in the build before is the very same object.
 */
export async function readAssets(inventory: Inventory, memo: Memo): Promise<Assets> {
	const assets = new Map<string, Asset>();
	const unreadable = new Map([...inventory.refused].filter(([path]) => imageName.test(path)));
	const images = [...inventory.files].filter(([path]) => imageName.test(path));
	const looked = await mapInBatches(images, async ([path, file]) => {
		const key = JSON.stringify([path, file, await stateOf(file)]);
		return { path, found: await memo.recall('image', key, () => readAsset(path, file)) };
	});
	for (const { path, found } of looked) {
		if (typeof found === 'string') unreadable.set(path, found);
		else assets.set(path, found);
	}
	return { assets, unreadable };
}

/** What tells that a file has been replaced: nobody reads gigabytes of photographs to learn that they are the same. */
async function stateOf(file: string): Promise<string> {
	const found = await stat(file, { bigint: true }).catch(() => undefined);
	return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : '';
}

async function readAsset(path: string, file: string): Promise<Asset | string> {
	const found = await look(file).catch(() => 'the disk refuses it');
	return typeof found === 'string' ? found : { path, ...found, read: () => readFile(file) };
}

type Look = Pick<Asset, 'mediaType' | 'width' | 'height' | 'pixels' | 'svg' | 'stamp'>;

/** What an image is, or why it cannot be used. */
async function look(file: string): Promise<Look | string> {
	const handle = await open(file);
	try {
		const { size: length, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
		const size = Number(length);
		const stamp = `${length} ${mtimeNs} ${ctimeNs}`;
		if (size === 0) return 'it is empty';
		if (size > maxBytes) return 'it is larger than 256 MB';
		const head = await readStart(handle, Math.min(size, headerBytes));
		const mediaType = rasterType(head);
		if (mediaType === undefined) {
			if (!isMarkup(head)) return 'it is no PNG, JPEG, GIF, WebP or SVG image';
			if (size > maxSvgBytes) return 'it is an SVG of more than 5 MB';
			return lookAtSvg(size > head.length ? await readStart(handle, size) : head, stamp);
		}
		// What a camera or editor noted in a JPEG can push its size behind the first 512 KB.
		const measured =
			measure(head) ?? (size > head.length ? measure(await readStart(handle, size)) : undefined);
		if (!measured) return 'it is damaged and its size not to be found';
		const density = /png|jpeg/.test(mediaType) ? densityOf(head) : undefined;
		return { mediaType, stamp, ...sizeAt(measured, density), pixels: measured };
	} finally {
		await handle.close();
	}
}

async function readStart(handle: Awaited<ReturnType<typeof open>>, length: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(length);
	let filled = 0;
	while (filled < length) {
		const { bytesRead } = await handle.read(bytes, filled, length - filled, filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return bytes.subarray(0, filled);
}

function rasterType(head: Uint8Array): Exclude<Asset['mediaType'], 'image/svg+xml'> | undefined {
	const start = Buffer.from(head.subarray(0, 12)).toString('latin1');
	if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
	if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (/^GIF8[79]a/.test(start)) return 'image/gif';
	return /^RIFF....WEBP$/s.test(start) ? 'image/webp' : undefined;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

function measure(bytes: Uint8Array): Size | undefined {
	try {
		const { width, height, orientation = 1 } = imageSize(bytes);
		if (!(width > 0 && height > 0)) return undefined;
		// EXIF orientations 5 to 8 lie on their side.
		return orientation >= 5 ? { width: height, height: width } : { width, height };
	} catch {
		return undefined;
	}
}

/** The size of an image in CSS px, to a hundredth. */
function sizeAt({ width, height }: Size, density = 96): Size {
	const side = (pixels: number) => Math.max(1, Math.round((pixels * 9600) / density) / 100);
	return { width: side(width), height: side(height) };
}

function isMarkup(head: Uint8Array): boolean {
	const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
	return /^\s*</.test(Buffer.from(head.subarray(mark, mark + 1024)).toString('latin1'));
}

function lookAtSvg(bytes: Uint8Array, stamp: string): Look | string {
	const decoded = decodeText(bytes);
	if (decoded.text === undefined) return 'it is an SVG that is not UTF-8';
	const size = svgSize(decoded.text);
	return typeof size === 'string' ? size : { mediaType: 'image/svg+xml', stamp, ...size, svg: decoded.text };
}

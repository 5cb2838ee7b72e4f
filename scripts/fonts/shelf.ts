import { createHash } from 'node:crypto';
import type { Edition, FontFace, FontSet, Resource, Shelf, ShelfFace } from '../model/index.ts';

/** Digits of a face's digest in its address. */
const digits = 8;

/** Lays the cut fonts and the images of an edition ready for browser tabs; without an edition, what all of a book share. */
export function fillShelf(edition: Edition | undefined, fonts: FontSet, typography: string): Shelf {
	const resources = new Map<string, Resource>();
	for (const face of fonts) resources.set(pathOf(face), { type: 'font/ttf', read: () => face.bytes });
	const images = [...(edition?.images.values() ?? [])];
	for (const { path, mediaType, read } of images) resources.set(`/${path}`, { type: mediaType, read });
	const faces = fonts.map((face) => toShelfFace(face));
	const css = `${faces.map(faceRule).join('\n')}\n${typography}`;
	const lang = edition?.languages[0] ?? 'und';
	const imageKey = hash(images.flatMap(({ path, mediaType, stamp }) => [path, mediaType, stamp]));
	return {
		key: hash([lang, css, ...fonts.map((face) => face.digest), imageKey]),
		lang,
		imageKey,
		shapeKey: hash([typography, ...fonts.map((face) => face.shape)]),
		css,
		typography,
		faces,
		resources,
	};
}

function toShelfFace(face: FontFace): ShelfFace {
	const { family, weight, style, unicodeRange } = face;
	return { family, weight, style, ...(unicodeRange ? { unicodeRange } : {}), path: pathOf(face) };
}

function pathOf({ file, digest }: FontFace): string {
	return `/fonts/${file.replace(/\.ttf$/, '')}.${digest.slice(0, digits)}.ttf`;
}

function faceRule(face: ShelfFace): string {
	const range = face.unicodeRange ? `unicode-range:${face.unicodeRange};` : '';
	return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};${range}src:url(${face.path})}`;
}

function hash(parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

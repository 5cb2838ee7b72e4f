import type { Edition, FontFace, FontSet, Resource, Shelf } from '../model/index.ts';

/** Lays the cut fonts and the images of an edition ready for browser tabs. */
export function fillShelf(edition: Edition, fonts: FontSet, css: string): Shelf {
	const resources = new Map<string, Resource>();
	for (const face of fonts)
		resources.set(`/fonts/${face.file}`, { type: 'font/ttf', read: () => face.bytes });
	for (const image of edition.images.values()) {
		resources.set(`/${image.path}`, { type: image.mediaType, read: image.read });
	}
	return { css: `${fonts.map(faceRule).join('\n')}\n${css}`, resources };
}

function faceRule(face: FontFace): string {
	const range = face.unicodeRange ? `unicode-range:${face.unicodeRange};` : '';
	return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};${range}src:url(/fonts/${face.file})}`;
}

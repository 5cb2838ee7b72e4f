import type { Element } from 'hast';
import type { MemoryFile } from './memory-epub.ts';

export interface CoverImage {
	readonly file: MemoryFile;
	readonly mediaType: string;
}

/** Name and type of the cover picture, told from its first bytes. */
export function coverImage(bytes: Uint8Array): CoverImage {
	const [ending, mediaType] = isPng(bytes) ? ['png', 'image/png'] : ['jpg', 'image/jpeg'];
	if (ending === 'jpg' && !isJpeg(bytes)) throw new Error('The cover picture is neither PNG nor JPEG.');
	return { file: { path: `images/cover.${ending}`, bytes, compress: false }, mediaType };
}

/** What stands in place of the cover unit: its picture. */
export function coverSection(image: CoverImage, title: string): Element {
	return {
		type: 'element',
		tagName: 'section',
		properties: { className: ['cover'], 'epub:type': 'cover' },
		children: [
			{
				type: 'element',
				tagName: 'img',
				properties: { src: image.file.path, alt: title, role: 'doc-cover' },
				children: [],
			},
		],
	};
}

function isPng(bytes: Uint8Array): boolean {
	return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
}

function isJpeg(bytes: Uint8Array): boolean {
	return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

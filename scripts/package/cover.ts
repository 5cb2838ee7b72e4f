import type { Element } from 'hast';
import type { Picture } from '../model/index.ts';
import { pictureFile } from './images.ts';
import type { MemoryFile } from './memory-epub.ts';

export interface CoverImage {
	readonly file: MemoryFile;
	readonly mediaType: string;
}

export function coverImage(picture: Picture): CoverImage {
	return { file: pictureFile('images/cover', picture), mediaType: picture.mediaType };
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

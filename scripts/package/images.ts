import type { Element } from 'hast';
import type { Picture } from '../model/index.ts';
import { eachElement } from './elements.ts';
import type { MemoryFile } from './memory-epub.ts';

/** Ending and whether the format is compressed already. */
const formats: Readonly<Record<Picture['mediaType'], readonly [ending: string, isCompressed: boolean]>> = {
	'image/png': ['png', true],
	'image/jpeg': ['jpg', true],
	'image/gif': ['gif', true],
	'image/svg+xml': ['svg', false],
};

/** An image that the text uses. */
export interface UsedImage {
	readonly mediaType: string;
	readonly file: MemoryFile;
}

/** Gives the images ASCII names in the order in which the text first uses them: `images/01.png`. */
export class ImageNames {
	readonly #pictures: ReadonlyMap<string, Picture>;
	readonly #used = new Map<string, UsedImage>();

	constructor(pictures: ReadonlyMap<string, Picture>) {
		this.#pictures = pictures;
	}

	/** Used images in order. */
	list(): readonly UsedImage[] {
		return [...this.#used.values()];
	}

	/** Size of an image that is no longer as large as in the manuscript. */
	sizeOf(source: string): Picture['size'] {
		return this.#pictures.get(source)?.size;
	}

	/** Name in the EPUB of an image of the manuscript. */
	claim(source: string): string {
		const known = this.#used.get(source);
		if (known) return known.file.path;
		const picture = this.#pictures.get(source);
		if (!picture) throw new Error(`The edition has no image "${source}".`);
		const name = `images/${String(this.#used.size + 1).padStart(2, '0')}`;
		const used = { mediaType: picture.mediaType, file: pictureFile(name, picture) };
		this.#used.set(source, used);
		return used.file.path;
	}
}

/** A picture as a file whose ending tells its format. */
export function pictureFile(name: string, { mediaType, bytes }: Picture): MemoryFile {
	const [ending, isCompressed] = formats[mediaType];
	return { path: `${name}.${ending}`, bytes, compress: !isCompressed };
}

/**
 * Sets the names of the images in a tree; one that was scaled says no more pixels than it has left. One that is shown
 * smaller, by its density or a width of the author's, keeps that. The tree is changed.
 */
export function nameImages(tree: Element, names: ImageNames): void {
	eachElement(tree, ({ tagName, properties }) => {
		if (tagName !== 'img' || typeof properties.src !== 'string') return;
		const size = names.sizeOf(properties.src);
		properties.src = names.claim(properties.src);
		if (size && Number(properties.width) > size.width) Object.assign(properties, size);
		// HTML takes whole numbers only; a drawing may have others.
		for (const side of ['width', 'height']) {
			if (typeof properties[side] === 'number') properties[side] = Math.round(properties[side]);
		}
	});
}

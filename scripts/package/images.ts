import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Asset } from '../model/index.ts';
import type { MemoryFile } from './memory-epub.ts';

/** Ending and whether the format is compressed already. */
const formats: Readonly<Record<Asset['mediaType'], readonly [ending: string, isCompressed: boolean]>> = {
	'image/png': ['png', true],
	'image/jpeg': ['jpg', true],
	'image/gif': ['gif', true],
	'image/webp': ['webp', true],
	'image/svg+xml': ['svg', false],
};

/** An image that the text uses. */
export interface UsedImage {
	readonly path: string;
	readonly mediaType: string;
	readonly read: () => Promise<MemoryFile>;
}

/** Gives the images ASCII names in the order in which the text first uses them: `images/01.png`. */
export class ImageNames {
	readonly #assets: ReadonlyMap<string, Asset>;
	readonly #used = new Map<string, UsedImage>();

	constructor(assets: ReadonlyMap<string, Asset>) {
		this.#assets = assets;
	}

	/** Used images in order. */
	list(): readonly UsedImage[] {
		return [...this.#used.values()];
	}

	/** Name in the EPUB of an image of the manuscript. */
	claim(source: string): string {
		const known = this.#used.get(source);
		if (known) return known.path;
		const asset = this.#assets.get(source);
		if (!asset) throw new Error(`The edition has no image "${source}".`);
		const [ending, isCompressed] = formats[asset.mediaType];
		const path = `images/${String(this.#used.size + 1).padStart(2, '0')}.${ending}`;
		this.#used.set(source, {
			path,
			mediaType: asset.mediaType,
			read: async () => ({ path, bytes: await asset.read(), compress: !isCompressed }),
		});
		return path;
	}
}

/** Sets the names of the images in a tree; the tree is changed. */
export function nameImages(tree: Element, names: ImageNames): void {
	visit(tree, 'element', ({ tagName, properties }) => {
		if (tagName !== 'img' || typeof properties.src !== 'string') return;
		properties.src = names.claim(properties.src);
		// HTML takes whole numbers only; a drawing may have others.
		for (const side of ['width', 'height']) {
			if (typeof properties[side] === 'number') properties[side] = Math.round(properties[side]);
		}
	});
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Asset, Lang, Unit } from '../model/index.ts';
import { fileOf } from './layout-unit.ts';
import { toRequest } from './unit-request.ts';

/** What shapes the pages of every unit alike. */
export interface KeyContext {
	/** Page rules for Paged.js. */
	readonly pageCss: string;
	/** From `shapeKeyOf`. */
	readonly shapes: string;
	/** Name and version of the browser. */
	readonly browser: string;
	/** From `readLayoutCode`. */
	readonly code: string;
	/** Language of the document that the units are laid out in. */
	readonly lang: Lang;
	readonly images: ReadonlyMap<string, Pick<Asset, 'path' | 'mediaType' | 'width' | 'height'>>;
}

/** What a unit itself has to do with its pages; remembered by unit, for to find it the unit is written as HTML. */
export interface UnitSource {
	readonly digest: string;
	/** Paths of the images that it shows. */
	readonly images: readonly string[];
}

/** Raised where the same key comes to mean other pages. */
const format = 1;

/**
 * Gives each unit a key that holds all that shapes its pages and what is said of them, and nothing of its place
 * in the book: sides, folios and running heads come later.
 */
export function createUnitKeys(
	context: KeyContext,
	sources: WeakMap<Unit, UnitSource>,
): (unit: Unit) => string {
	const { pageCss, shapes, browser, code, lang, images } = context;
	const common = hashOf([format, pageCss, shapes, browser, code, lang]);
	return (unit) => {
		const source = sources.get(unit) ?? readSource(unit);
		sources.set(unit, source);
		const shown = source.images.map((name) => {
			const image = images.get(name);
			return image ? [name, image.mediaType, image.width, image.height] : [name];
		});
		return hashOf([common, source.digest, shown]);
	};
}

function readSource(unit: Unit): UnitSource {
	// The other ways of laying it out follow from this one.
	const { html, lang, notes } = toRequest(unit, 'footnotes', '');
	return { digest: hashOf([html, lang, notes, unit.title.text, fileOf(unit)]), images: imagesOf(unit) };
}

function imagesOf(unit: Unit): readonly string[] {
	const found = new Set<string>();
	const notes = unit.notes.map((note): Root => ({ type: 'root', children: [...note.children] }));
	for (const tree of [unit.body, ...notes]) {
		visit(tree, { type: 'element', tagName: 'img' }, ({ properties }) => {
			if (typeof properties.src === 'string') found.add(properties.src);
		});
	}
	return [...found];
}

/** Names the code that decides about pages: what runs in the tab, and this folder, which asks for it. */
export async function readLayoutCode(scripts: readonly string[]): Promise<string> {
	const folder = new URL('./', import.meta.url);
	const names = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name)).sort();
	const own = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
	return hashOf([scripts, names, own]);
}

function hashOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

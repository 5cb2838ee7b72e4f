import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Asset, Lang, Unit } from '../model/index.ts';
import type { UnitGroup } from './unit-groups.ts';
import { readUnitSource, type UnitSource } from './unit-source.ts';

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

/** Raised where the same key comes to mean other pages. */
const format = 1;

export interface UnitKeys {
	/** Names a unit and all that shapes its pages, but for a text beside it that it is to be level with. */
	readonly sourceOf: (unit: Unit) => string;
	/** Names the pages of each unit of a group: it holds all that shapes them. */
	readonly keysOf: (group: UnitGroup) => readonly string[];
	/** Names all layouts of one unit, whatever it says, that a later one can go on from. */
	readonly seriesOf: (unit: Unit) => string;
}

/**
 * Gives each unit a key that holds all that shapes its pages and what is said of them, and nothing of its place
 * in the book: sides, folios and running heads come later.
 * @param sources what was read of the units of earlier builds
 */
export function createUnitKeys(context: KeyContext, sources: WeakMap<Unit, UnitSource>): UnitKeys {
	const { pageCss, shapes, browser, code, lang, images } = context;
	const common = hashOf([format, pageCss, shapes, browser, code, lang]);
	const sourceOf = (unit: Unit): string => {
		const source = sources.get(unit) ?? readUnitSource(unit);
		sources.set(unit, source);
		const shown = source.images.map((name) => {
			const image = images.get(name);
			return image ? [name, image.mediaType, image.width, image.height] : [name];
		});
		return hashOf([common, source.digest, shown, ...(unit.parallel ? [unit.parallel.place] : [])]);
	};
	const keysOf = (group: UnitGroup): readonly string[] => {
		const own = group.map(sourceOf);
		if (own.length === 1) return own;
		return own.map((key, index) => hashOf([key, own[1 - index]]));
	};
	return { sourceOf, keysOf, seriesOf: (unit) => hashOf([common, unit.id]) };
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

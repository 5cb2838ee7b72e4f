import type { Page } from '../model/index.ts';
import type { SheetBox } from './sheets.ts';

/** What a page shows apart from its text, by the name of each piece of furniture. */
export interface PageFurniture {
	readonly ground: string;
	readonly over: readonly string[];
}

/** Furniture that is printed together, by name. */
export type FurnitureSet = ReadonlyMap<string, SheetBox>;

/** Folios and running heads that are printed together. */
const setSize = 100;

/** The furniture of a page: its ground, its running head, its folio, and what a proof says of itself. */
export function furnitureOf(page: Page): PageFurniture {
	return {
		ground: groundName(page),
		over: [
			...(page.runningHead === undefined ? [] : [headName(page)]),
			...(page.showFolio ? [folioName(page)] : []),
			...(page.proof === undefined ? [] : [proofName(page)]),
		],
	};
}

/**
 * All furniture of a book in sets. Folios come in whole hundreds, whether the book has so many pages or not: their
 * sets are the same for every book of the same look, and a book that grows by a page needs no new one.
 */
export function furnish(pages: readonly Page[]): readonly FurnitureSet[] {
	// Grounds and the folios of the front matter, of which there are few.
	const few = new Map<string, SheetBox>();
	const heads = new Map<string, SheetBox>();
	const folios = new Map<string, FurnitureSet>();
	for (const page of pages) {
		const { side, lang } = page;
		const layer = 'furniture-layer';
		few.set(groundName(page), { side, lang, kind: page.kind ?? 'blank', layer });
		if (page.runningHead !== undefined) {
			heads.set(headName(page), { side, lang, runningHead: page.runningHead, layer });
		}
		if (page.proof !== undefined) few.set(proofName(page), { side, lang, proof: page.proof, layer });
		if (page.showFolio && isNumber(page.label)) addFolios(folios, page);
		else if (page.showFolio) few.set(folioName(page), folioBox(page));
	}
	return [few, ...inSets([...heads]), ...folios.values()];
}

function isNumber(label: string): boolean {
	return /^\d+$/.test(label);
}

/** The hundred folios among which the one of a page is. */
function addFolios(sets: Map<string, FurnitureSet>, { label, lang }: Page): void {
	const set = Math.floor((Number(label) - 1) / setSize);
	const name = `${lang} ${set}`;
	if (sets.has(name)) return;
	const first = set * setSize + 1;
	// A recto has an odd number, and its verso the next.
	const folios = Array.from({ length: setSize }, (_, nth): Folio => {
		const side = (first + nth) % 2 === 1 ? 'recto' : 'verso';
		return { label: String(first + nth), side, lang };
	});
	sets.set(name, new Map(folios.map((folio) => [folioName(folio), folioBox(folio)])));
}

type Folio = Pick<Page, 'label' | 'side' | 'lang'>;

function folioBox({ side, lang, label }: Folio): SheetBox {
	return { side, lang, folio: label, layer: 'furniture-layer' };
}

function inSets(entries: readonly (readonly [string, SheetBox])[]): FurnitureSet[] {
	const sets: FurnitureSet[] = [];
	for (let start = 0; start < entries.length; start += setSize) {
		sets.push(new Map(entries.slice(start, start + setSize)));
	}
	return sets;
}

function groundName({ kind, side }: Page): string {
	return `ground ${kind ?? 'blank'} ${side}`;
}

function headName({ runningHead, side, lang }: Page): string {
	return `head ${side} ${lang} ${runningHead}`;
}

function proofName({ proof, side, lang }: Page): string {
	return `proof ${side} ${lang} ${proof}`;
}

function folioName({ label, side, lang }: Folio): string {
	return `folio ${side} ${lang} ${label}`;
}

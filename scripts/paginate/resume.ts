import type { Geometry, PaginatedUnit, UnitPage } from '../model/index.ts';
import type { LaidPage, LayoutMemory, LayoutResult } from './in-page.d.ts';

/** A unit as it was laid out, with what a later layout of it goes on from. */
export interface LaidUnit extends PaginatedUnit {
	/** How many pages were laid out for it, over all tries. */
	readonly fresh: number;
	/** Only of long units: plain JSON, about 300 bytes a page. */
	readonly memory?: LayoutMemory;
}

/** What a later layout needs of a unit; all of it may come from a file. */
export type EarlierLayout = Pick<LaidUnit, 'geometry' | 'memory'> & { readonly pages: readonly UnitPage[] };

/** One layout of a unit. */
export interface Layout {
	readonly pages: readonly LaidPage[];
	readonly geometry: Geometry;
	readonly memory?: LayoutMemory;
}

/** An earlier layout as the tab left it; undefined where it remembers nothing or its parts do not belong together. */
export function recallLayout({ pages, geometry, memory }: EarlierLayout): Layout | undefined {
	if (memory?.pages.length !== pages.length) return undefined;
	const laid = memory.pages.map((mark, index): LaidPage => {
		const { body = '', notes = '', ids = [] } = pages[index] ?? {};
		const { overflow, cut } = mark;
		return { body, notes, ids, text: textOf(body), noteText: textOf(notes), overflow, cut };
	});
	return { pages: laid, geometry, memory };
}

/** What the tab handed back, with the pages that stand as they were. */
export function fillIn(result: LayoutResult, earlier: Layout | undefined): Layout {
	const pages = result.pages.map((page) => {
		const found = typeof page === 'number' ? earlier?.pages[page] : page;
		if (!found) throw new Error('The tab kept a page that it was not given.');
		return found;
	});
	const geometry = result.geometry ?? earlier?.geometry;
	if (!geometry) throw new Error('Paged.js made no page.');
	return { pages, geometry, ...(result.memory ? { memory: result.memory } : {}) };
}

/** A head that is printed a second time, and tags: a browser writes attributes between double quotes. */
const unprinted = /<thead[^>]* class="repeated"[^>]*>.*?<\/thead>|<(?:"[^"]*"|[^">])*>/gs;

const entities = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&nbsp;', '\u00a0'],
]);

/** The text of a page from its HTML, as the tab gives it for the proof that nothing was lost. */
export function textOf(html: string): string {
	return html
		.replaceAll(unprinted, '')
		.replaceAll(/&(?:amp|lt|gt|nbsp);/g, (entity) => entities.get(entity) ?? entity);
}

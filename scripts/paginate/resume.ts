import type { Geometry, PaginatedUnit, UnitPage } from '../model/index.ts';
import type { FlowMemory, LaidPage, LayoutMemory, LayoutResult } from './in-page.d.ts';

/** A unit as it was laid out, with what a later layout of it goes on from. */
export interface LaidUnit extends PaginatedUnit {
	/** How many pages were laid out for it, over all tries. */
	readonly fresh: number;
	/** Only of long units: plain JSON, about 300 bytes a page. */
	readonly memory?: LayoutMemory;
	/** Of a unit that runs beside another. */
	readonly flow?: FlowMemory;
	/** The flow can stay as it is where the text beside it changes: nothing else than the source shaped it. */
	readonly isFirst?: boolean;
}

/** What a later layout needs of a unit; all of it may come from a file. */
export type EarlierLayout = Pick<LaidUnit, 'geometry' | 'memory' | 'flow'> & {
	readonly pages: readonly UnitPage[];
};

/** One layout of a unit. */
export interface Layout {
	readonly pages: readonly LaidPage[];
	readonly geometry: Geometry;
	readonly memory?: LayoutMemory;
	readonly flow?: FlowMemory;
	/** False where something is not level with the text beside it. */
	readonly isLevel?: boolean;
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

/** The pages of an earlier layout, for a text beside it to be level with. */
export function recallPages({ pages, geometry }: EarlierLayout): Layout {
	const laid = pages.map(({ body, notes, ids }): LaidPage => {
		return { body, notes, ids, text: textOf(body), noteText: textOf(notes), overflow: false, cut: false };
	});
	return { pages: laid, geometry };
}

/** What the tab handed back, with the pages that stand as they were. */
export function fillIn(
	result: Pick<LayoutResult, 'pages' | 'geometry' | 'memory'> & { readonly flow?: FlowMemory },
	earlier: Layout | undefined,
): Layout {
	const pages = result.pages.map((page) => {
		const found = typeof page === 'number' ? earlier?.pages[page] : page;
		if (!found) throw new Error('The tab kept a page that it was not given.');
		return found;
	});
	const geometry = result.geometry ?? earlier?.geometry;
	if (!geometry) throw new Error('Paged.js made no page.');
	const { memory, flow } = result;
	return { pages, geometry, ...(memory ? { memory } : {}), ...(flow ? { flow } : {}) };
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

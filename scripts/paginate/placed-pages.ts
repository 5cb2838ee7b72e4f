import type { Column, PaginatedUnit, Side, Unit, UnitPage } from '../model/index.ts';
import { columnsHtml } from './columns.ts';
import type { UnitGroup } from './unit-groups.ts';

/** What a page shows, before it is known where in the book it stands. */
export interface PlacedPage extends UnitPage {
	/** Missing on a blank page. */
	readonly unit?: Unit;
	readonly columns?: readonly Column[];
	/** It is the first page of its unit. */
	readonly isFirst: boolean;
}

/** The pages of a group in the order in which they are bound. */
export interface PlacedGroup {
	readonly pages: readonly PlacedPage[];
	/** The side that the first of them must have. */
	readonly start: Side | 'any';
}

const blank: PlacedPage = { body: '', notes: '', ids: [], isFirst: false };

/**
 * Puts the pages of a group in order: those of a text and its translation on facing pages in turns, those of two
 * columns on one page. Where one of the two has ended the other goes on beside blanks.
 */
export function placePages(group: UnitGroup, laid: ReadonlyMap<string, PaginatedUnit>): PlacedGroup {
	const [unit] = group;
	const place = unit.parallel?.place;
	const texts = group.map((one) => laid.get(one.id)?.pages ?? []);
	if (place === 'first-column' || place === 'second-column')
		return { pages: inColumns(group, texts), start: unit.start };
	if (place === undefined) return { pages: pagesOf(unit, texts[0] ?? []), start: unit.start };
	const versos = group.findIndex((one) => one.parallel?.place === 'verso');
	const rectos = group.findIndex((one) => one.parallel?.place === 'recto');
	const count = Math.max(0, ...texts.map((pages) => pages.length));
	const pages = Array.from({ length: count }, (_, nth) =>
		[versos, rectos].map((index) => pagesOf(group[index] ?? unit, texts[index] ?? [], nth)[0] ?? blank),
	);
	return { pages: pages.flat(), start: 'verso' };
}

/** All pages of a unit, or one of them. */
function pagesOf(unit: Unit, pages: readonly UnitPage[], nth?: number): readonly PlacedPage[] {
	const [from, to] = nth === undefined ? [0, pages.length] : [nth, nth + 1];
	return pages.slice(from, to).map((page, index) => {
		if (unit.parallel && isBlank(page)) return blank;
		return { ...page, unit, isFirst: from + index === 0 };
	});
}

function inColumns(group: UnitGroup, texts: readonly (readonly UnitPage[])[]): readonly PlacedPage[] {
	const [unit] = group;
	const count = Math.max(0, ...texts.map((pages) => pages.length));
	return Array.from({ length: count }, (_, nth) => {
		const columns = group.map(({ id, lang }, index): Column => {
			const { body = '', notes = '' } = texts[index]?.[nth] ?? {};
			return { unit: id, lang, body, notes };
		});
		// A text alone keeps to its own side.
		const isSecond = unit.parallel?.place === 'second-column';
		const sides = isSecond ? [{ unit: '', lang: unit.lang, body: '', notes: '' }, ...columns] : columns;
		const ids = texts.flatMap((pages) => pages[nth]?.ids ?? []);
		return { unit, columns, body: columnsHtml(sides), notes: '', ids, isFirst: nth === 0 };
	});
}

/** Whether a page is left free while the text on the other side goes on. */
function isBlank({ body, notes }: UnitPage): boolean {
	return body === '' && notes === '';
}

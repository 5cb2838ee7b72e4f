import { expect, test } from 'vitest';
import type { Page, UnitKind } from '../../scripts/model/index.ts';
import { gather } from '../../scripts/print/gatherings.ts';

interface Draft {
	readonly id: string;
	readonly pages: readonly string[];
	readonly kind?: UnitKind;
}

/** Pages of units, as they stand in a book; `-` is a blank page. */
function pagesOf(units: readonly Draft[], blanks = 0): readonly Page[] {
	const blank = { matter: 'front', lang: 'en', body: '', notes: '', showFolio: false } as const;
	const all: Omit<Page, 'index' | 'side' | 'label'>[] = Array.from({ length: blanks }, () => blank);
	for (const { id, pages, kind = 'piece' } of units) {
		for (const body of pages) all.push({ ...blank, unit: id, kind, body, showFolio: true });
	}
	return all.map((page, index) => ({
		...page,
		index,
		side: index % 2 === 0 ? 'recto' : 'verso',
		label: String(index),
	}));
}

const short = (id: string, edit = ''): Draft => ({ id, pages: [`${id} 1`, `${id} 2${edit}`, `${id} 3`] });
const long = (count: number, edit: (page: number) => string = () => '') => ({
	id: 'long',
	pages: Array.from({ length: count }, (_, page) => `text of page ${page}${edit(page)}`),
});

const units = Array.from({ length: 60 }, (_, nth) => short(`unit-${nth}`));

/** What is printed for a gathering. */
const printOf = (pages: readonly Page[]) => pages.map((page) => page.body).join('\n');
const prints = (from: readonly Draft[], blanks = 0) =>
	gather(pagesOf(from, blanks)).map((gathering) => printOf(gathering.pages));

/** Gatherings of the second list that the first does not have. */
function anew(before: readonly string[], after: readonly string[]): number {
	return after.filter((print) => !before.includes(print)).length;
}

test('every page but the blank ones is in one gathering, in order', () => {
	const pages = pagesOf([...units, long(100)], 3);
	const gathered = gather(pages).flatMap((gathering) => gathering.pages);
	expect(gathered).toEqual(pages.filter((page) => page.unit !== undefined));
});

test('gatherings are few, and none is the whole book', () => {
	const all = prints(units);
	expect(all.length).toBeGreaterThan(3);
	expect(all.length).toBeLessThan(30);
});

test('a unit of usual length is never cut', () => {
	const ids = gather(pagesOf(units)).flatMap(({ pages }) => [...new Set(pages.map((page) => page.unit))]);
	expect(ids).toEqual(units.map(({ id }) => id));
});

test('a changed word changes one gathering', () => {
	for (const nth of [0, 17, 59]) {
		const edited = units.with(nth, short(`unit-${nth}`, ' edited'));
		expect(anew(prints(units), prints(edited)), `unit ${nth}`).toBe(1);
	}
});

test('a page more changes the gathering that it stands in, wherever all others come to lie', () => {
	const [unit] = units;
	const longer = { id: 'unit-0', pages: [...(unit?.pages ?? []), 'one more'] };
	expect(anew(prints(units), prints(units.with(0, longer), 5))).toBe(1);
});

test('a new unit changes two gatherings at most', () => {
	for (const at of [0, 30, 60]) {
		const more = units.toSpliced(at, 0, short('a-new-unit'));
		expect(anew(prints(units), prints(more)), `at ${at}`).toBeLessThanOrEqual(2);
	}
});

test('a long unit is cut, and stands alone', () => {
	const gatherings = gather(pagesOf([short('before'), long(200), short('after')]));
	const lengths = gatherings
		.filter(({ pages }) => pages[0]?.unit === 'long')
		.map(({ pages }) => pages.length);
	expect(lengths.length).toBeGreaterThan(6);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(32);
	expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(8);
	for (const { pages } of gatherings)
		expect(new Set(pages.map((page) => page.unit)).has('long')).toBe(
			pages.every((page) => page.unit === 'long'),
		);
});

test('an edit inside a long unit, and a page put into it, change little of it', () => {
	const before = prints([long(200)]);
	for (const page of [3, 90, 199]) {
		const edited = prints([long(200, (nth) => (nth === page ? ' edited' : ''))]);
		expect(anew(before, edited), `page ${page}`).toBeLessThanOrEqual(3);
		const longer = { id: 'long', pages: long(200).pages.toSpliced(page, 0, 'put in between') };
		expect(anew(before, prints([longer])), `after ${page}`).toBeLessThanOrEqual(3);
	}
});

test('pages that print folios of others stand alone: they change with each of them', () => {
	const contents: Draft = { id: 'contents', kind: 'contents', pages: ['1 2 3'] };
	const directory: Draft = { id: 'directory', kind: 'directory', pages: ['4 5'] };
	const kinds = gather(pagesOf([short('a'), contents, ...units, directory, short('b')])).map(({ pages }) => [
		...new Set(pages.map((page) => page.kind)),
	]);
	for (const kind of kinds) expect(kind).toHaveLength(1);
	expect(kinds.flat().filter((kind) => kind !== 'piece')).toEqual(['contents', 'directory']);
});

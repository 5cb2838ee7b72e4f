import { expect, test } from 'vitest';
import type { Page, PaginatedBook } from '../../scripts/model/index.ts';
import { pressPages } from '../../scripts/print/press-pages.ts';
import { geometry } from '../support/edition.ts';

function page(index: number, rest: Partial<Page> = {}): Page {
	const side = index % 2 === 0 ? 'recto' : 'verso';
	const place = { index, side, matter: 'front', label: String(index + 1), lang: 'zh' } as const;
	return { ...place, body: '', notes: '', showFolio: false, ...rest };
}

const cover = page(0, { unit: 'cover', kind: 'cover', body: 'cover', label: 'i' });
const halfTitle = page(0, { unit: 'half', kind: 'half-title', body: 'half', label: 'i' });
const title = page(2, { unit: 'title', kind: 'title-page', body: 'title', label: 'iii' });

function book(pages: readonly Page[], rest: Partial<PaginatedBook> = {}): PaginatedBook {
	const map = { labels: [], pageOf: new Map() };
	return { pages, geometry, trim: { width: 210, height: 297 }, map, units: 1, cached: 0, laid: 0, ...rest };
}

test('a half title stands for the cover, and every other page keeps its place', () => {
	const pages = [cover, page(1, { label: 'ii' }), title, page(3)];
	const made = pressPages(book(pages, { halfTitle }), 1);
	expect(made[0]).toBe(halfTitle);
	expect(made[1]).toMatchObject({ index: 1, side: 'verso', label: 'ii', body: '' });
	expect(made.slice(2)).toEqual(pages.slice(2));
	expect(made[2]).toBe(title);
});

test('a cover of several pages leaves blanks behind the half title; without one the first page is blank', () => {
	const second = page(1, { unit: 'cover', kind: 'cover', body: 'more of it' });
	expect(pressPages(book([cover, second, title], { halfTitle }), 1).map(({ kind }) => kind)).toEqual([
		'half-title',
		undefined,
		'title-page',
	]);
	const [first] = pressPages(book([cover, title]), 1);
	expect([first?.unit, first?.kind, first?.body]).toEqual([undefined, undefined, '']);
});

test('a book that begins without a cover keeps all its pages', () => {
	const pages = [page(0, { unit: 'a', kind: 'piece', body: 'text' }), page(1)];
	expect(pressPages(book(pages, { halfTitle }), 1)).toEqual(pages);
});

test.each([
	[1, 5],
	[2, 6],
	[4, 8],
	[16, 16],
] as const)(
	'blanks fill up to a multiple of %i, on sides in turn, and their labels go on',
	(multiple, count) => {
		const pages = Array.from({ length: 5 }, (_, index) =>
			page(index, { unit: 'a', kind: 'piece', matter: 'back', showFolio: true }),
		);
		const made = pressPages(book(pages), multiple);
		expect(made).toHaveLength(count);
		expect(made.map(({ index }) => index)).toEqual(made.map((_, index) => index));
		expect(made.map(({ label }) => label)).toEqual(made.map((_, index) => String(index + 1)));
		expect(made.map(({ side }) => side)).toEqual(made.map((_, index) => (index % 2 ? 'verso' : 'recto')));
		for (const added of made.slice(5))
			expect(added).toMatchObject({ matter: 'back', body: '', showFolio: false });
		expect(made.slice(5).every(({ unit }) => unit === undefined)).toBe(true);
	},
);

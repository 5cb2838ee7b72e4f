import { expect, test } from 'vitest';
import type { PageChoices } from '../../scripts/model/index.ts';
import { setGutter } from '../../scripts/paginate/gutter.ts';
import { geometry } from '../support/edition.ts';
import { createReport } from '../support/report.ts';

const margins = { top: 20, bottom: 20, inner: 5, outer: 40 };

function shiftOf(pages: number, page: PageChoices, own = margins) {
	const report = createReport();
	const set = setGutter(geometry, { margins: own, page, pages, report: report.add });
	expect({ ...set, block: { ...set.block, inner: geometry.block.inner } }).toEqual(geometry);
	const found = report.list().map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
	return { millimetres: ((set.block.inner - geometry.block.inner) / 96) * 25.4, found };
}

test.each([
	[1, 9.525],
	[150, 9.525],
	[151, 12.7],
	[300, 12.7],
	[301, 15.875],
	[500, 15.875],
	[501, 19.05],
	[700, 19.05],
	[701, 22.225],
	[5000, 22.225],
])('a book of %i pages has an inner margin of %f mm at least', (pages, inner) => {
	expect(shiftOf(pages, { gutter: 'auto' }).millimetres).toBeCloseTo(inner - margins.inner, 6);
	expect(shiftOf(pages, { gutter: 'auto' }, { ...margins, inner: 22.225 })).toEqual({
		millimetres: 0,
		found: [],
	});
});

test('a gutter that is given is added, whatever the number of pages', () => {
	expect(shiftOf(900, { gutter: 3 }).millimetres).toBeCloseTo(3, 6);
	expect(shiftOf(900, { gutter: 0 }).millimetres).toBe(0);
});

test('an outer margin of less than a quarter of an inch is an error', () => {
	const place = { file: 'book.yaml', line: 9, column: 1 };
	const sparse = { ...margins, outer: 10 };
	expect(shiftOf(10, { gutter: 3.65, place }, sparse).found).toEqual([]);
	expect(shiftOf(10, { gutter: 3.7, place }, sparse).found).toEqual([
		'book.yaml:9 page-gutter with 10 pages the gutter takes 3.7 mm, which leaves an outer margin of 6.3 mm: 6.4 mm are needed',
	]);
	expect(shiftOf(200, { gutter: 'auto' }, { ...sparse, inner: 7 }).found).toEqual([
		'book.yaml:0 page-gutter with 200 pages the gutter takes 5.7 mm, which leaves an outer margin of 4.3 mm: 6.4 mm are needed',
	]);
	// What the gutter does not take is nobody's business.
	expect(shiftOf(10, { gutter: 0 }, { ...margins, outer: 1 }).found).toEqual([]);
});

import { expect, test } from 'vitest';
import type { PageChoices } from '../../scripts/model/index.ts';
import { checkPage, pageLook } from '../../scripts/paginate/page-look.ts';
import { createReport } from '../support/report.ts';

const pageCss = '@page { size: 200mm 300mm; margin: 30mm 40mm 60mm 20mm; }';

test('the page in relation to that of the house', () => {
	expect(pageLook(pageCss, { gutter: 'auto' })).toBe('');
	expect(pageLook(pageCss, { gutter: 0, trim: { width: 128, height: 150 } })).toBe(
		':root{--across:0.64;--down:0.5;--head:0.5;--foot:0.5;--display:0.8}',
	);
	expect(pageLook(pageCss, { gutter: 0, margins: { top: 15, bottom: 30, inner: 0, outer: 0 } })).toBe(
		':root{--across:1.4286;--down:1.2143;--head:0.5;--foot:0.5;--display:1.1952}',
	);
});

test('display type stays within bounds', () => {
	expect(pageLook(pageCss, { gutter: 0, trim: { width: 72, height: 300 } })).toContain('--display:0.75}');
	expect(pageLook(pageCss, { gutter: 0, trim: { width: 900, height: 300 } })).toContain('--display:1.25}');
});

function findingsOf(page: Omit<PageChoices, 'gutter'>) {
	const report = createReport();
	checkPage(pageCss, { gutter: 'auto', ...page }, report.add);
	return report.list().map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
}

test('a text block of 50 × 60 mm is the least', () => {
	const place = { file: 'book.yaml', line: 7, column: 1 };
	const trim = { width: 90, height: 120 };
	const margins = { top: 30, bottom: 30, inner: 20, outer: 20 };
	expect(findingsOf({})).toEqual([]);
	expect(findingsOf({ trim, margins, place })).toEqual([]);
	const message = (size: string) =>
		`book.yaml:7 page-text-block the margins of the page leave ${size} mm for the text: 50 × 60 mm are needed`;
	expect(findingsOf({ trim, margins: { ...margins, outer: 20.1 }, place })).toEqual([message('49.9 × 60')]);
	expect(findingsOf({ trim, margins: { ...margins, top: 99 }, place })).toEqual([message('50 × -9')]);
	expect(findingsOf({ trim: { width: 60, height: 300 }, place })).toEqual([message('42 × 210')]);
});

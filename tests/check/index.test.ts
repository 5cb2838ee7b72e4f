import { expect, test } from 'vitest';
import { checkPdf } from '../../scripts/check/index.ts';
import { createReport } from '../support/report.ts';

test('a sound PDF is passed over in silence', () => {
	const report = createReport();
	checkPdf({ pages: 2, faults: [], dead: [] }, { name: 'r.pdf', pages: 2, report: report.add });
	expect(report.list()).toEqual([]);
});

test('pages, fonts and links are looked at, and every fault is reported under the name of the file', () => {
	const report = createReport();
	const pdf = { pages: 2, faults: ['A font is of Type 3.', 'The font A is none.'], dead: ['gone', 'lost'] };
	checkPdf(pdf, { name: 'r.pdf', pages: 3, report: report.add });
	const found = report.list().map(({ file, rule, message }) => [file, rule, message]);
	const expected = [
		['r.pdf', 'pdf-pages', 'The PDF has 2 pages, not 3.'],
		['r.pdf', 'pdf-font', 'A font is of Type 3.'],
		['r.pdf', 'pdf-font', 'The font A is none.'],
		['r.pdf', 'pdf-link', 'A link leads to "gone", which is not in the document.'],
		['r.pdf', 'pdf-link', 'A link leads to "lost", which is not in the document.'],
	];
	expect(found).toHaveLength(expected.length);
	expect(found).toEqual(expect.arrayContaining(expected));
	expect(report.hasErrors()).toBe(true);
});

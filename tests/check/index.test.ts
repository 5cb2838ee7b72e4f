import { expect, test } from 'vitest';
import { checkEpub, checkPdf } from '../../scripts/check/index.ts';
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

test('an EPUB that is larger than the shop takes is a warning, one that is not is nothing', () => {
	const report = createReport();
	const limit = { bytes: 2_000_000, shop: 'A shop' };
	checkEpub({ name: 'a.epub', bytes: new Uint8Array(2_000_000), limit }, report.add);
	checkEpub({ name: 'b.epub', bytes: new Uint8Array(2_000_001), limit }, report.add);
	checkEpub({ name: 'c.pdf', bytes: new Uint8Array(9) }, report.add);
	expect(report.list().map(({ file, rule, severity, message }) => [file, rule, severity, message])).toEqual([
		['b.epub', 'epub-size', 'warning', 'The EPUB has 3 MB, and A shop takes 2 MB at most.'],
	]);
});

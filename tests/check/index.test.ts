import { expect, test } from 'vitest';
import { checkPdf } from '../../scripts/check/index.ts';
import { addLink, emptyPdf } from '../support/make-pdf.ts';
import { createReport } from '../support/report.ts';

test('a sound PDF is passed over in silence', async () => {
	const report = createReport();
	checkPdf(await emptyPdf(2), { name: 'r.pdf', pages: 2, fonts: new Set(), report: report.add });
	expect(report.list()).toEqual([]);
});

test('pages, fonts and links are looked at, and every fault is reported under the name of the file', async () => {
	const pdf = await emptyPdf(2);
	addLink(pdf, 1, 'gone');
	pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'Type3' }));
	const report = createReport();
	checkPdf(pdf, { name: 'r.pdf', pages: 3, fonts: new Set(), report: report.add });
	const found = report.list().map(({ file, rule }) => [file, rule]);
	expect(found).toHaveLength(3);
	for (const rule of ['pdf-font', 'pdf-link', 'pdf-pages']) expect(found).toContainEqual(['r.pdf', rule]);
	expect(report.list().find((one) => one.rule === 'pdf-pages')?.message).toBe('The PDF has 2 pages, not 3.');
	expect(report.hasErrors()).toBe(true);
});

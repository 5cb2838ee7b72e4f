import { expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { tellHeavyImages } from '../../scripts/print/heavy-images.ts';
import type { Part } from '../../scripts/print/part.ts';

test('an image with too much ink is named once, with its page', () => {
	const part = { pages: [] } as unknown as Part;
	const inked = { ...part, heavy: [{ width: 640, height: 480, page: 1, ink: 331 }] };
	const report = createReport();
	const sheets = [0, 1].map((page) => ({ text: { part, page }, over: [], shift: 0 }));
	const options = { labels: ['i', 'ii'], totalInk: 300, edition: 'en', report: report.add };
	tellHeavyImages(sheets, new Map([[part, inked]]), options);
	expect(report.list()).toMatchObject([
		{
			rule: 'print-image-ink',
			severity: 'warning',
			message: 'An image of 640 × 480 pixels on page ii has 331 % of ink, more than 300 %.',
		},
	]);
});

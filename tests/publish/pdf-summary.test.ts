import { expect, test } from 'vitest';
import { pdfSummary } from '../../scripts/publish/pdf-summary.ts';
import { edition, ownHouse } from '../support/edition.ts';
import { richEdition } from './publications.ts';

const { labels } = await ownHouse();

test('it says in every language of the house what the PDF follows, and that nobody has reviewed it', () => {
	for (const lang of ['zh', 'en']) {
		const own = labels[lang] ?? {};
		const summary = pdfSummary(edition({ labels: own }));
		expect(summary).toContain('PDF/UA-1');
		expect(summary?.endsWith(own['accessibility-not-reviewed-pdf'] ?? '-')).toBe(true);
	}
});

test('where people have reviewed the book it does not say that nobody has', () => {
	const { labels: own, metadata } = richEdition();
	expect(pdfSummary({ labels: own, metadata })).toBe(own['accessibility-summary-pdf']);
});

test('a house without words for it says nothing', () => {
	expect(pdfSummary(edition({ labels: {} }))).toBeUndefined();
});

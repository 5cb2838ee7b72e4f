import { expect, test } from 'vitest';
import { bookTitle, labelLine, titleLine } from '../../scripts/package/lines.ts';
import { edition, inline } from '../support/edition.ts';

const labels = { contents: '目录', 'between-languages': '｜' };
const single = edition({ labels });
const otherTitles = [
	{ lang: 'fr', title: 'Rapport' },
	{ lang: 'en', title: 'Report' },
];
const inTwo = edition({
	languages: ['zh', 'en'],
	layout: 'blocks',
	labels,
	otherLabels: { contents: 'Contents' },
	metadata: { otherTitles },
});

test('a line in one language is that line, without soft hyphens', () => {
	expect(titleLine(single, inline('re\u00adport'))).toEqual({ text: 'report', html: 'report' });
	expect(labelLine(single, 'contents')).toEqual({ text: '目录', html: '目录' });
});

test('one in two languages marks the second', () => {
	expect(labelLine(inTwo, 'contents')).toEqual({
		text: '目录｜Contents',
		html: '目录｜<span lang="en" xml:lang="en">Contents</span>',
	});
});

test('a title that is in the second language alone is marked, too', () => {
	expect(titleLine(inTwo, inline('Report', 'en'))).toEqual({
		text: 'Report',
		html: '<span lang="en" xml:lang="en">Report</span>',
	});
});

test('what is the same in both languages is said once', () => {
	expect(titleLine(inTwo, inline('AI'), inline('AI', 'en'))).toEqual({ text: 'AI', html: 'AI' });
});

test('only an edition in two languages has the title of the book in both', () => {
	expect(bookTitle(inTwo)).toBe('报告｜Report');
	expect(bookTitle(edition({ labels, metadata: { otherTitles } }))).toBe('报告');
});

import { expect, test } from 'vitest';
import type { Edition, PageTurn } from '../../scripts/model/index.ts';
import { pageBreak } from '../../scripts/package/page-breaks.ts';
import { pageList } from '../../scripts/package/page-list.ts';
import { edition, element, unit } from '../support/edition.ts';

const printed = unit('zh-contents', { kind: 'contents', media: 'pages' });
const units = [unit('a'), printed, unit('b')];
const turns = ['i', 'ii', 'iii', '1'].map(
	(label, index): PageTurn => ({ label, unit: ['a', 'zh-contents', 'zh-contents', 'b'][index] ?? '' }),
);
const files = ['a', 'b'].map((id, index) => ({
	unit: unit(id),
	file: `${id}.xhtml`,
	title: id,
	section: element('section', [element('p', [pageBreak(index === 0 ? 'i' : '1')])]),
	ids: new Set<string>(),
}));
const toc = { file: 'toc.xhtml', at: 1 };

function sourceOf(metadata: Partial<Edition['metadata']>): string | undefined {
	const labels = { 'page-source': '{title}/{date}' };
	return pageList(edition({ units, labels, metadata: { title: '报告', ...metadata } }), files, turns, toc)
		?.source;
}

test('breaks are listed in reading order, the first page of the printed contents with the contents', () => {
	const list = pageList(edition({ units }), files, turns, toc);
	expect(list?.targets).toEqual([
		{ label: 'i', href: 'a.xhtml#page-i' },
		{ label: 'ii', href: 'toc.xhtml#page-ii' },
		{ label: '1', href: 'b.xhtml#page-1', number: 1 },
	]);
	expect(list?.contents).toBe('ii');
});

test('a book whose contents are not printed has no page there; one without pages has no list', () => {
	const list = pageList(edition({ units: [] }), files, turns, toc);
	expect(list?.targets.map(({ label }) => label)).toEqual(['i', '1']);
	expect(list).not.toHaveProperty('contents');
	expect(pageList(edition({ units }), files, [], toc)).toBeUndefined();
});

test('the pages are those of the printed book, else of the PDF, which is named where it has no number', () => {
	expect(sourceOf({ isbns: { print: '978-7-5320-1234-5', pdf: '9787532012352' } })).toBe(
		'urn:isbn:9787532012345',
	);
	expect(sourceOf({ isbns: { pdf: '9787532012352', epub: '9787532012369' } })).toBe('urn:isbn:9787532012352');
	expect(sourceOf({ isbns: { epub: '9787532012369' }, date: '2024-03' })).toBe('报告/2024-03');
});

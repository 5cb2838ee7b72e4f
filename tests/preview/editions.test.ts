import { expect, test } from 'vitest';
import { rememberContents } from '../../scripts/preview/contents.ts';
import { findPage, newPages } from '../../scripts/preview/page/editions.js';
import { createResources } from '../../scripts/preview/resources.ts';
import { viewOf } from '../../scripts/preview/view.ts';
import { page, previewEdition } from './support.ts';

function view(bodies: readonly string[], labels: readonly string[] = []) {
	const pages = bodies.map((body, index) => page(index, { body, label: labels[index] ?? String(index + 1) }));
	return viewOf(previewEdition(pages), rememberContents(), createResources('/x/'));
}

test.each([
	['iii', 2],
	[' II ', 1],
	['2', 4],
	['#2', 1],
	['5', 4],
	['6', 5],
	['#6', 5],
	['7', -1],
	['0', -1],
	['#0', -1],
	['', -1],
	['-1', -1],
	['two', -1],
])('page %j', (typed, index) => {
	const labels = ['i', 'ii', 'iii', '1', '2', '3'];
	expect(findPage(view(labels, labels), typed)).toBe(index);
});

test('pages that only moved are not new', () => {
	expect(newPages(view(['a', 'b', 'c']), view(['a', 'x', 'b', 'c']))).toEqual([1]);
	expect(newPages(view(['a', 'b', 'c']), view(['c', 'a']))).toEqual([]);
	expect(newPages(view(['a', 'b']), view(['b2', 'a2', 'b']))).toEqual([0, 1]);
});

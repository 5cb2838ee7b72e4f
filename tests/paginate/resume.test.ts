import { expect, test } from 'vitest';
import type { LayoutMemory, PageMark } from '../../scripts/paginate/in-page.d.ts';
import { fillIn, recallLayout, textOf } from '../../scripts/paginate/resume.ts';
import { geometry } from '../support/edition.ts';
import { laidPage } from './support.ts';

const mark: PageMark = {
	entry: 0,
	inner: 0,
	child: -1,
	offset: 0,
	around: 0,
	isClean: true,
	reach: 0,
	print: 0,
	overflow: false,
	cut: false,
};
const memory: LayoutMemory = { entries: [1, 0], pages: [mark, { ...mark, overflow: true }] };
const pages = [
	{ body: '<p id="a">One</p>', notes: '', ids: ['a'] },
	{ body: '<p>two</p>', notes: '<div class="note">1Note</div>', ids: [] },
];

test('an earlier layout comes back from what is kept of it', () => {
	expect(recallLayout({ pages, geometry, memory })).toEqual({
		geometry,
		memory,
		pages: [
			{ ...pages[0], text: 'One', noteText: '', overflow: false, cut: false },
			{ ...pages[1], text: 'two', noteText: '1Note', overflow: true, cut: false },
		],
	});
});

test('a layout without memory, or with that of another, is none', () => {
	expect(recallLayout({ pages, geometry })).toBeUndefined();
	expect(recallLayout({ pages: pages.slice(1), geometry, memory })).toBeUndefined();
});

test('pages that stand are filled in where they stand now', () => {
	const earlier = { pages: [laidPage('a'), laidPage('b'), laidPage('c')], geometry, memory };
	const result = { pages: [0, laidPage('new'), 2], memory };
	expect(fillIn(result, earlier)).toEqual({
		pages: [laidPage('a'), laidPage('new'), laidPage('c')],
		geometry,
		memory,
	});
});

test('a page that the tab cannot know is a fault, not a blank', () => {
	expect(() => fillIn({ pages: [3], geometry }, undefined)).toThrow('not given');
	expect(() => fillIn({ pages: [] }, undefined)).toThrow('no page');
});

test.each([
	['<p title="a > b">x &lt; y &amp;&amp; z&nbsp;&gt; 1</p>', 'x < y && z\u00a0> 1'],
	['a<br>b<!-- c -->', 'ab'],
	['&amp;lt;', '&lt;'],
	[
		'<table><thead aria-hidden="true" class="repeated"><tr><th>Head</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
		'1',
	],
	['<table><thead><tr><th>Head</th></tr></thead></table>', 'Head'],
])('the text of %s is %s', (html, text) => {
	expect(textOf(html)).toBe(text);
});

import { expect, test } from 'vitest';
import { rememberContents } from '../../scripts/preview/contents.ts';
import { findAnchorPage, takeAnchor } from '../../scripts/preview/page/anchor.js';
import { createResources } from '../../scripts/preview/resources.ts';
import { viewOf } from '../../scripts/preview/view.ts';
import { page, previewEdition } from './support.ts';

/** Pages as `unit:text`. */
function view(...pages: readonly string[]) {
	const made = pages.map((one, index) => {
		const [unit = '', body = ''] = one.split(':');
		return page(index, { unit, body });
	});
	return viewOf(previewEdition(made), rememberContents(), createResources('/x/'));
}

function follow(before: ReturnType<typeof view>, index: number, after: ReturnType<typeof view>) {
	return findAnchorPage(after, takeAnchor(before, index, undefined));
}

const book = view('a:1', 'a:2', 'b:3', 'b:4', 'b:5', 'c:6');

test('the same page is found wherever it has gone', () => {
	expect(follow(book, 3, view('a:1', 'n:0', 'n:0', 'a:2', 'b:3', 'b:4', 'b:5'))).toEqual({
		index: 5,
		same: true,
	});
	expect(follow(book, 5, view('c:6'))).toEqual({ index: 0, same: true });
});

test('of several that are the same, the nearest', () => {
	const same = view('a:x', 'a:x', 'a:y', 'a:x');
	expect(follow(same, 1, same)).toEqual({ index: 1, same: true });
});

test('a page whose text changed is found by its unit and its place there', () => {
	expect(follow(book, 3, view('a:1', 'n:0', 'a:2', 'b:3', 'b:four', 'b:5'))).toEqual({
		index: 4,
		same: false,
	});
	expect(follow(book, 4, view('a:1', 'a:2', 'b:all', 'c:6'))).toEqual({ index: 2, same: false });
});

test('where its unit is gone the place in the book must do', () => {
	expect(follow(book, 3, view('a:1', 'a:2', 'c:6'))).toEqual({ index: 2, same: false });
	expect(follow(book, 2, view('x:1', 'x:2', 'x:3'))).toEqual({ index: 2, same: false });
});

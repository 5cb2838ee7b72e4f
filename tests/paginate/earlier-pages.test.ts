import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { EarlierPages, LayoutMemory, PageMark } from '../../scripts/paginate/in-page.d.ts';

type Code = { EarlierPages: new (earlier: LayoutMemory, entries: readonly number[]) => EarlierPages };

const code: Code = await readFile(
	new URL('../../scripts/paginate/earlier-pages.js', import.meta.url),
	'utf8',
).then((text) => runInNewContext(`globalThis.diglot = {}; ${text}; diglot`) as Code);

/** A page that begins with an entry and looks at all up to another. */
function mark(entry: number, reach: number, rest: Partial<PageMark> = {}): PageMark {
	return {
		entry,
		inner: 0,
		child: -1,
		offset: 0,
		around: 7,
		isClean: true,
		reach,
		print: 1,
		overflow: false,
		cut: false,
		...rest,
	};
}

/** Twelve entries on six pages, two on each; each page looks at one entry of the next, and at one more. */
const entries = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 0];
const pages = [0, 2, 4, 6, 8, 10].map((entry) => mark(entry, Math.min(entry + 3, 12)));

function after(changed: readonly number[], old: readonly PageMark[] = pages): EarlierPages {
	return new code.EarlierPages({ entries, pages: old }, changed);
}

const with99 = (at: number, gone = 1) => entries.toSpliced(at, gone, 99);

test('where nothing has changed all pages stand', () => {
	expect(after(entries).endOfKept(0)).toBe(6);
});

test('a page stands only where all that it looked at is as it was', () => {
	// Pages 1 and 2 look at the entry 5.
	expect(after(with99(5)).endOfKept(0)).toBe(1);
	expect([2, 3].map((page) => after(with99(5)).endOfKept(page))).toEqual([2, 6]);
	expect(after(with99(0)).endOfKept(0)).toBe(0);
	expect(after(with99(0)).beginsAlike).toBe(false);
	expect(after(with99(5)).beginsAlike).toBe(true);
});

test('what is added behind the last entry changes the pages that saw the end', () => {
	expect(after(with99(12, 0)).endOfKept(0)).toBe(5);
	expect(after(entries.toSpliced(11, 1)).endOfKept(0)).toBe(4);
});

test('a page behind an insertion begins as many entries later', () => {
	const grown = after(with99(5, 0));
	expect(grown.endOfKept(0)).toBe(1);
	expect(grown.markOf(3)).toMatchObject({ entry: 7, reach: 10 });
	expect(grown.markOf(1)).toEqual(pages[1]);
	expect(grown.pageAt({ ...mark(7, 0) })).toBe(3);
	expect(grown.pageAt({ ...mark(6, 0) })).toBeUndefined();
});

test('a place is that of an old page only where all of it agrees, and no note goes on there', () => {
	const changed = after(
		with99(1),
		pages.map((page, nth) => (nth === 2 ? { ...page, isClean: false } : page)),
	);
	expect(changed.pageAt(mark(2, 0))).toBe(1);
	for (const other of [{ around: 8 }, { offset: 3 }, { inner: 1 }, { child: 0 }]) {
		expect(changed.pageAt(mark(2, 0, other))).toBeUndefined();
	}
	expect(changed.pageAt(mark(4, 0))).toBeUndefined();
});

test('a page is not gone back to for one or two that stand, but for the last ones it is', () => {
	const twice = after(with99(1).with(9, 98));
	expect(twice.endOfKept(1)).toBe(3);
	expect(twice.pageAt(mark(2, 0))).toBeUndefined();
	expect(twice.pageAt(mark(10, 0))).toBe(5);
});

test('several changes of different length are told apart', () => {
	const rows = Array.from({ length: 40 }, (_, nth) => nth + 100);
	const old = [...rows, 0];
	const changed = [
		...rows.slice(0, 5),
		1,
		2,
		3,
		...rows.slice(5, 20),
		...rows.slice(22, 30),
		4,
		...rows.slice(31),
		0,
	];
	const marks = rows.map((_, nth) => mark(nth, nth));
	const seen = new code.EarlierPages({ entries: old, pages: marks }, changed);
	const places = [4, 5, 19, 22, 29, 31, 39].map((page) => seen.markOf(page).entry);
	expect(places).toEqual([4, 8, 22, 23, 30, 32, 40]);
	// Each page has looked at nothing but itself, and yet one that has moved does not follow one that has not.
	expect([0, 5, 22, 31].map((page) => seen.endOfKept(page))).toEqual([5, 20, 30, 40]);
});

test('a layout is taken up a page before the change, where no note goes on', () => {
	const marks = pages.map((page, nth) => (nth === 3 || nth === 4 ? { ...page, isClean: false } : page));
	expect(after(entries, marks).cleanBefore(0, 6)).toBe(5);
	expect(after(entries, marks).cleanBefore(0, 5)).toBe(2);
	expect(after(entries, marks).cleanBefore(3, 5)).toBe(3);
});

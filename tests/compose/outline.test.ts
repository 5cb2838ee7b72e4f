import { expect, test } from 'vitest';
import { byline, type OutlineItem, outline, piecesOf, toToc } from '../../scripts/compose/outline.ts';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Book, BookEntry } from '../../scripts/model/index.ts';
import { book, entry, part, person, piece } from '../support/edition.ts';

const zhEn = (path: string) => [piece(path, 'zh'), piece(path, 'en')];

function bookOf(...contents: readonly BookEntry[]): Book {
	const paths = contents.flatMap((one) => (one.kind === 'part' ? one.pieces : [one.path]));
	return book({ contents, pieces: paths.flatMap(zhEn) });
}

/** `front/a front`, `part: b, c`. */
function show(items: readonly OutlineItem[]): readonly string[] {
	return items.map((item) =>
		item.kind === 'part'
			? `${item.id}: ${item.pieces.map((one) => one.path).join(', ')}`
			: `${item.piece.path} ${item.matter}`,
	);
}

test('front/ before the body is front matter, back/ after the last part is back matter', () => {
	const contents = [
		entry('front/preface'),
		part('第一章', 'Chapter 1', 'chapters/a', 'chapters/b'),
		entry('chapters/between'),
		part('第二章', 'Chapter 2', 'chapters/c'),
		entry('chapters/end'),
		entry('back/afterword'),
	];
	expect(show(outline(bookOf(...contents), 'zh'))).toEqual([
		'front/preface front',
		'zh-part-1: chapters/a, chapters/b',
		'chapters/between body',
		'zh-part-2: chapters/c',
		'chapters/end body',
		'back/afterword back',
	]);
});

test('front/ in the body is body, and so is back/ before the last part', () => {
	const contents = [
		entry('introduction'),
		entry('front/late'),
		entry('back/early'),
		part('第一章', 'Chapter 1', 'a'),
	];
	expect(show(outline(bookOf(...contents), 'en'))).toEqual([
		'introduction body',
		'front/late body',
		'back/early body',
		'en-part-1: a',
	]);
});

test('a book without parts has front, body and back matter too', () => {
	const contents = [entry('front/a'), entry('frontier'), entry('back/c')];
	expect(show(outline(bookOf(...contents), 'zh'))).toEqual(['front/a front', 'frontier body', 'back/c back']);
	expect(show(outline(bookOf(entry('front/a'), entry('back/c')), 'zh'))).toEqual([
		'front/a front',
		'back/c back',
	]);
});

test('what a language lacks is left out, a part with it when nothing is left, and ids stay', () => {
	const made = book({
		contents: [
			entry('front/preface'),
			part('第一章', 'Chapter 1', 'a'),
			part('第二章', 'Chapter 2', 'b', 'c'),
			entry('back/d'),
		],
		pieces: [piece('a', 'zh'), ...zhEn('b'), piece('c', 'zh'), piece('back/d', 'en')],
	});
	expect(show(outline(made, 'zh'))).toEqual(['zh-part-1: a', 'zh-part-2: b, c']);
	expect(show(outline(made, 'en'))).toEqual(['en-part-2: b', 'back/d back']);
	expect(piecesOf(outline(made, 'zh')).map((one) => one.key)).toEqual(['zh-a', 'zh-b', 'zh-c']);
});

test('a byline joins names as the language does, and passes over who is unknown', () => {
	const people = [person('a', '甲', 'A'), person('b', '乙', 'B'), person('c', '丙', 'C')];
	const made = book({ contents: [], pieces: [], people });
	const names = (authors: readonly string[], labels = {}) =>
		byline({ book: made, labels, memo: noMemo }, piece('x', 'en', { authors }))?.text;
	const english = { 'list-separator': ', ', 'list-last': ' and ' };
	expect(names(['a', 'b', 'c'], english)).toBe('A, B and C');
	expect(names(['a', 'ghost'], english)).toBe('A');
	expect(names(['a', 'b'])).toBe('A, B');
	expect(names([], english)).toBeUndefined();
	expect(names(['ghost'], english)).toBeUndefined();
});

test('the contents are the outline, in levels, with bylines where there are any', () => {
	const made = book({
		contents: [entry('front/preface'), part('第一章', 'Chapter 1', 'a', 'b')],
		pieces: [piece('front/preface', 'zh'), piece('a', 'zh', { authors: ['ji'] }), piece('b', 'zh')],
		people: [person('ji', '季卫东', 'Ji Weidong')],
	});
	const toc = toToc({ book: made, labels: {}, memo: noMemo }, outline(made, 'zh'));
	expect(toc).toMatchObject([
		{ id: 'zh-front-preface', unit: 'zh-front-preface', title: { text: 'zh front/preface' }, children: [] },
		{
			id: 'zh-part-1',
			unit: 'zh-part-1',
			title: { text: '第一章' },
			children: [
				{ id: 'zh-a', byline: { text: '季卫东' }, children: [] },
				{ id: 'zh-b', title: { text: 'zh b' }, children: [] },
			],
		},
	]);
	expect(toc[1]?.children[1]).not.toHaveProperty('byline');
});

import type { ElementData } from 'hast';
import { expect, test } from 'vitest';
import type { PaginatedUnit, TextPlace, Unit } from '../../scripts/model/index.ts';
import { assemble } from '../../scripts/paginate/assemble.ts';
import { findPageTurns } from '../../scripts/paginate/page-turns.ts';
import { edition, geometry, note, text, tree, unit } from '../support/edition.ts';
import { createReport } from '../support/report.ts';

/** A page: its body, and its notes behind a bar. */
function laid(id: string, pages: readonly string[]): PaginatedUnit {
	const made = pages.map((page) => {
		const [body = '', notes = ''] = page.split('|');
		return { body, notes, ids: [] };
	});
	return { unit: id, pages: made, geometry };
}

function turnsOf(units: readonly Unit[], pages: Readonly<Record<string, readonly string[]>>) {
	const book = edition({ units });
	const all = new Map(Object.entries(pages).map(([id, own]) => [id, laid(id, own)]));
	const report = createReport();
	const made = { ...assemble(book, all), trim: { width: 210, height: 297 }, cached: 0, laid: 0 };
	const turns = findPageTurns(book, made, report.add);
	return { turns, rules: report.list().map(({ rule }) => rule) };
}

/** Where the pages of one unit begin, the first left out. */
function places(html: string, ...pages: readonly string[]): readonly (TextPlace | undefined)[] {
	const { turns } = turnsOf([unit('a', { body: tree(html) })], { a: pages });
	expect(turns[0]?.place?.offset).toBeDefined();
	return turns.slice(1).map((turn) => turn.place);
}

test('pages are named as in the book, and blank ones left out', () => {
	const units = [unit('p', { matter: 'front', start: 'recto' }), unit('a', { start: 'recto' }), unit('b')];
	const one = ['<p>Text</p>'];
	const { turns, rules } = turnsOf(units, { p: one, a: one, b: ['<p>Te</p>', '<p>xt</p>'] });
	expect(turns.map(({ label, unit: id, place }) => [label, id, place?.offset])).toEqual([
		['i', 'p', 0],
		['1', 'a', 0],
		['2', 'b', 0],
		['3', 'b', 2],
	]);
	expect(rules).toEqual([]);
});

test('a split paragraph, a hyphenated word, and white space at the turn', () => {
	expect(places('<p>one two</p>', '<p>one</p>', '<p>two</p>')).toEqual([{ path: [0, 0], offset: 4 }]);
	expect(places('<p>hy\u00adphen</p>', '<p>hy\u2010</p>', '<p>phen</p>')).toEqual([
		{ path: [0, 0], offset: 3 },
	]);
	expect(places('<p>a <b>bcd</b></p>', '<p>a <b>b</b></p>', '<p><b>cd</b></p>')).toEqual([
		{ path: [0, 1, 0], offset: 1 },
	]);
	expect(places('<p>a</p>\n<p>\n b</p>', '<p>a</p>', '<p>b</p>')).toEqual([{ path: [2, 0], offset: 2 }]);
});

test('three pages of one text', () => {
	expect(places('<p>abcdef</p>', 'a', 'bcd', 'ef')).toEqual([
		{ path: [0, 0], offset: 1 },
		{ path: [0, 0], offset: 4 },
	]);
});

test('a page that begins with a picture begins before it, not before the words behind it', () => {
	const figures = '<p>a</p><figure><img src="x"></figure><figure><img src="y"></figure><hr><p>b</p>';
	expect(places(figures, '<p>a</p>', '<img src="x"><img src="y"><hr><p>b</p>')).toEqual([
		{ path: [1, 0], offset: 0 },
	]);
	expect(places(figures, '<p>a</p><img src="x">', '<img src="y"><hr>', '<p>b</p>')).toEqual([
		{ path: [2, 0], offset: 0 },
		{ path: [4, 0], offset: 0 },
	]);
	expect(places('<img src="x"><p>a</p>', '<img src="x">', '<p>a</p>')).toEqual([{ path: [1, 0], offset: 0 }]);
	expect(places('<p><svg><text>ab</text></svg>c</p>', '<svg><text>ab</text></svg>', 'c')).toEqual([
		{ path: [0, 1], offset: 0 },
	]);
});

test('heads of tables that are printed again do not count', () => {
	const head = '<thead><tr><th>head</th></tr></thead>';
	const again = '<thead class="repeated"><tr><th>head</th></tr></thead>';
	const row = (word: string) => `<tr><td>${word}</td></tr>`;
	expect(
		places(
			`<table>${head}<tbody>${row('a')}${row('b')}${row('c')}</tbody></table>`,
			`<table>${head}<tbody>${row('a')}</tbody></table>`,
			`<table>${again}<tbody>${row('b')}</tbody></table>`,
			`<table>${again}<tbody>${row('c')}</tbody></table>`,
		),
	).toEqual([
		{ path: [0, 1, 1, 0, 0], offset: 0 },
		{ path: [0, 1, 2, 0, 0], offset: 0 },
	]);
});

test('folios, which were filled in after the layout, do not count', () => {
	const line = (id: string) => `<p><a href="#${id}">${id}</a><a class="page-ref" href="#${id}"></a></p>`;
	expect(places(line('a') + line('b'), line('a'), line('b'))).toEqual([{ path: [1, 0, 0], offset: 0 }]);
});

test('a page that only takes the rest of a note begins where the text after it does, or at its end', () => {
	const units = [unit('a', { body: tree('<p>ab</p>'), notes: [note(1, text('long'))] })];
	const { turns } = turnsOf(units, { a: ['a|lo', '|n', 'b|g', '|'] });
	expect(turns.map(({ place }) => place)).toEqual([
		{ path: [0, 0], offset: 0 },
		{ path: [0, 0], offset: 1 },
		{ path: [0, 0], offset: 1 },
		undefined,
	]);
});

test('notes that are printed at the end go on from the text', () => {
	const notes = [note(1, text('甲乙')), note(2, text('丙'))];
	const units = [unit('a', { body: tree('<p>ab</p>'), notes })];
	const { turns } = turnsOf(units, { a: ['ab', '1甲', '乙', '2丙'] });
	expect(turns.slice(1).map(({ place }) => place)).toEqual([
		{ note: 0, path: [], offset: 0 },
		{ note: 0, path: [0, 0], offset: 1 },
		{ note: 1, path: [], offset: 0 },
	]);
});

test('where not every unit has pages there is no list, which is said', () => {
	const { turns, rules } = turnsOf([unit('cover', { kind: 'cover' }), unit('a')], { cover: ['a'] });
	expect(turns).toEqual([]);
	expect(rules).toEqual(['epub-page-list-missing']);
});

/** A paragraph with its translation, as a unit that holds both has them. */
function mixed(): Unit {
	const body = tree('<p>一二三四</p><p>one two</p><p>五六</p><p>three</p>');
	body.children.forEach((child, index) => {
		if (child.type === 'element')
			child.data = { ...child.data, flow: index % 2 === 0 ? 'zh' : 'en' } as ElementData;
	});
	return unit('zh', { body });
}

/** Pages of two units that run side by side, looked up in one unit that holds both. */
function turnsOfBoth(
	places: readonly ['verso', 'recto'] | readonly ['first-column', 'second-column'],
	pages: Readonly<Record<string, readonly string[]>>,
) {
	const [first, second] = places;
	const laidUnits = [
		unit('zh', { lang: 'zh', parallel: { group: 'zh', place: first } }),
		unit('en', { lang: 'en', parallel: { group: 'zh', place: second } }),
	];
	const all = new Map(Object.entries(pages).map(([id, own]) => [id, laid(id, own)]));
	const made = {
		...assemble(edition({ units: laidUnits }), all),
		trim: { width: 210, height: 297 },
		cached: 0,
		laid: 0,
	};
	const report = createReport();
	const turns = findPageTurns(edition({ units: [mixed()] }), made, report.add);
	expect(report.list()).toEqual([]);
	return turns.map(({ label, unit: id, place }) => [label, id, place?.path[0], place?.offset]);
}

test('pages of a text and its translation are found in a unit that holds both, each in its text', () => {
	const zh = ['<p>一二</p>', '<p>三四</p><p>五六</p>'];
	const en = ['<p>one</p>', '<p>two</p><p>three</p>'];
	expect(turnsOfBoth(['verso', 'recto'], { zh, en })).toEqual([
		['2', 'zh', 0, 0],
		['3', 'zh', 1, 0],
		['4', 'zh', 1, 0],
		['5', 'zh', 1, 4],
	]);
});

test('a page with two columns begins with the first of its texts', () => {
	const zh = ['<p>一二三四</p><p>五</p>', '<p>六</p>'];
	const en = ['<p>one two</p>', '<p>three</p>'];
	expect(turnsOfBoth(['first-column', 'second-column'], { zh, en })).toEqual([
		['1', 'zh', 0, 0],
		['2', 'zh', 2, 1],
	]);
});

import { expect, test } from 'vitest';
import type { Page, PaginatedUnit, Unit, UnitPage } from '../../scripts/model/index.ts';
import { assemble, pageApart } from '../../scripts/paginate/assemble.ts';
import { edition, geometry, inline, unit } from '../support/edition.ts';

const heads = { verso: inline('Part &amp; more'), recto: inline('Piece') };

function laid(id: string, ...pages: readonly (readonly string[])[]): readonly [string, PaginatedUnit] {
	const made = pages.map((ids, index): UnitPage => ({ body: `${id} ${index + 1}`, notes: '', ids }));
	return [id, { unit: id, pages: made, geometry }];
}

function assembled(units: readonly Unit[], ...pages: readonly (readonly [string, PaginatedUnit])[]) {
	return assemble(edition({ units }), new Map(pages));
}

/** `recto iv cover`, with `-` for a blank page. */
function show(pages: readonly Page[]): readonly string[] {
	return pages.map((page) => `${page.side} ${page.label} ${page.body || '-'}`);
}

test('the front is numbered i, ii, iii, the body begins at 1 on a recto, the back goes on', () => {
	const book = assembled(
		[
			unit('cover', { matter: 'front', start: 'recto', folios: 'none' }),
			unit('preface', { matter: 'front' }),
			unit('a'),
			unit('b'),
			unit('end', { matter: 'back' }),
		],
		laid('cover', []),
		laid('preface', [], []),
		laid('a', [], []),
		laid('b', []),
		laid('end', []),
	);
	expect(show(book.pages)).toEqual([
		'recto i cover 1',
		'verso ii preface 1',
		'recto iii preface 2',
		'verso iv -',
		'recto 1 a 1',
		'verso 2 a 2',
		'recto 3 b 1',
		'verso 4 end 1',
	]);
	expect(book.pages.map((page) => page.matter)).toEqual([
		...Array(4).fill('front'),
		'body',
		'body',
		'body',
		'back',
	]);
	expect(book.pages.map((page) => page.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(book.map.labels).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3', '4']);
	expect(book).toMatchObject({ geometry, units: 5 });
});

test('a unit that starts on a recto gets a blank verso before it, and only where needed', () => {
	const part = unit('part', { start: 'recto' });
	expect(show(assembled([unit('a'), part], laid('a', []), laid('part', [])).pages)).toEqual([
		'recto 1 a 1',
		'verso 2 -',
		'recto 3 part 1',
	]);
	expect(show(assembled([unit('a'), part], laid('a', [], []), laid('part', [])).pages)).toEqual([
		'recto 1 a 1',
		'verso 2 a 2',
		'recto 3 part 1',
	]);
});

test('a blank page carries nothing and belongs to no unit', () => {
	const book = assembled([unit('a'), unit('part', { start: 'recto' })], laid('a', []), laid('part', []));
	expect(book.pages[1]).toEqual({
		index: 1,
		side: 'verso',
		matter: 'body',
		label: '2',
		lang: 'zh',
		body: '',
		notes: '',
		showFolio: false,
	});
});

test('a book of body alone begins at 1, one of front alone stays Roman', () => {
	expect(assembled([unit('a')], laid('a', [], [])).map.labels).toEqual(['1', '2']);
	const front = unit('a', { matter: 'front' });
	expect(assembled([front], laid('a', [], [])).map.labels).toEqual(['i', 'ii']);
	const back = assembled([front, unit('z', { matter: 'back' })], laid('a', [], []), laid('z', []));
	expect(back.map.labels).toEqual(['i', 'ii', '1']);
});

test('running heads follow the side, and the first page of a unit has none', () => {
	const units = [unit('a', { runningHeads: heads }), unit('b', { runningHeads: heads }), unit('c')];
	const { pages } = assembled(units, laid('a', [], [], []), laid('b', [], []), laid('c', [], []));
	expect(pages.map((page) => page.runningHead)).toEqual([
		undefined,
		'Part &amp; more',
		'Piece',
		undefined,
		'Piece',
		undefined,
		undefined,
	]);
});

test('folios are shown or not by unit, kind and language come with it', () => {
	const units = [unit('a', { folios: 'none', kind: 'part' }), unit('b', { lang: 'en' })];
	const { pages } = assembled(units, laid('a', []), laid('b', []));
	expect(pages[0]).toMatchObject({ showFolio: false, kind: 'part', unit: 'a', lang: 'zh' });
	expect(pages[1]).toMatchObject({ showFolio: true, kind: 'piece', unit: 'b', lang: 'en' });
});

test('an id is on the page where it is met first', () => {
	const units = [unit('a'), unit('part', { start: 'recto' })];
	const { map } = assembled(units, laid('a', ['x', 'y']), laid('part', ['p'], ['x', 'q']));
	expect([...map.pageOf]).toEqual([
		['x', 0],
		['y', 0],
		['p', 2],
		['q', 3],
	]);
});

test('units come in the order of the edition, whatever was laid out first', () => {
	const { pages } = assembled([unit('a'), unit('b')], laid('b', []), laid('a', []));
	expect(pages.map((page) => page.unit)).toEqual(['a', 'b']);
});

test('a unit that was not laid out leaves no gap', () => {
	const units = [unit('part', { start: 'recto' }), unit('gone', { start: 'recto' }), unit('c')];
	expect(show(assembled(units, laid('part', []), laid('c', [])).pages)).toEqual([
		'recto 1 part 1',
		'verso 2 c 1',
	]);
});

test('a page apart from the others is a first recto without folio', () => {
	const [[, laidOut]] = [laid('half', ['x'])];
	const made = pageApart(unit('half', { kind: 'half-title', matter: 'front', folios: 'all' }), laidOut);
	expect(made).toMatchObject({ index: 0, side: 'recto', label: 'i', kind: 'half-title', showFolio: false });
	expect(made?.unit).toBe('half');
	expect(pageApart(unit('half'), undefined)).toBeUndefined();
});

test('an edition without pages is refused', () => {
	expect(() => assembled([unit('a')])).toThrow(/without pages/);
});

test('pages of a proof say what they are in their language, but the cover and blanks', () => {
	const units = [
		unit('cover', { kind: 'cover', matter: 'front', start: 'recto', lang: 'en' }),
		unit('a', { lang: 'zh' }),
		unit('b', { lang: 'de' }),
	];
	const proof = { en: inline('Since <1>', 'en'), zh: inline('以来') };
	const made = edition({ units, languages: ['en', 'zh'], proof });
	const { pages } = assemble(made, new Map([laid('cover', []), laid('a', []), laid('b', [])]));
	expect(pages.map((page) => page.proof)).toEqual([undefined, undefined, '以来', 'Since <1>']);
	const usual = assemble(edition({ units }), new Map([laid('cover', []), laid('a', []), laid('b', [])]));
	expect(usual.pages.some((page) => 'proof' in page)).toBe(false);
});

const side = (group: string, place: 'verso' | 'recto' | 'first-column' | 'second-column') => ({
	parallel: { group, place },
});

test('a text and its translation take turns on facing pages; the shorter one leaves blanks, and the body begins on 2', () => {
	const book = assembled(
		[
			unit('cover', { matter: 'front', start: 'recto', folios: 'none' }),
			unit('zh', { lang: 'zh', ...side('zh', 'verso'), runningHeads: heads }),
			unit('en', { lang: 'en', ...side('zh', 'recto') }),
			unit('alone', { lang: 'en', ...side('alone', 'recto') }),
			unit('end', { matter: 'back', start: 'recto' }),
		],
		laid('cover', []),
		laid('zh', ['a'], []),
		laid('en', ['b'], [], []),
		laid('alone', []),
		laid('end', []),
	);
	expect(show(book.pages)).toEqual([
		'recto i cover 1',
		'verso 2 zh 1',
		'recto 3 en 1',
		'verso 4 zh 2',
		'recto 5 en 2',
		'verso 6 -',
		'recto 7 en 3',
		'verso 8 -',
		'recto 9 alone 1',
		'verso 10 -',
		'recto 11 end 1',
	]);
	expect(
		book.pages
			.map(({ lang, group }) => (group ? lang : ''))
			.join(' ')
			.trim(),
	).toBe('zh en zh en  en  en');
	expect([book.map.pageOf.get('a'), book.map.pageOf.get('b')]).toEqual([1, 2]);
	expect(book.pages.map((page) => page.runningHead)[3]).toBe('Part &amp; more');
});

test('a page that a text leaves blank while it waits has neither folio nor head', () => {
	const waits: PaginatedUnit = {
		unit: 'zh',
		pages: [
			{ body: 'zh 1', notes: '', ids: [] },
			{ body: '', notes: '', ids: [] },
			{ body: 'zh 3', notes: '', ids: [] },
		],
		geometry,
	};
	const units = [
		unit('zh', { ...side('zh', 'verso'), runningHeads: heads }),
		unit('en', { ...side('zh', 'recto') }),
	];
	const book = assembled(units, ['zh', waits], laid('en', [], [], []));
	const [, , , , blank] = [undefined, ...book.pages];
	expect(show(book.pages)).toEqual([
		'recto i -',
		'verso 2 zh 1',
		'recto 3 en 1',
		'verso 4 -',
		'recto 5 en 2',
		'verso 6 zh 3',
		'recto 7 en 3',
	]);
	expect(blank).toMatchObject({ showFolio: false, body: '' });
	expect(blank?.unit).toBeUndefined();
});

test('two columns share a page, each with its notes, and the geometry tells how wide they are', () => {
	const narrow = { ...geometry, block: { ...geometry.block, width: 200 } };
	const column = (id: string, notes: string): readonly [string, PaginatedUnit] => [
		id,
		{ unit: id, pages: [{ body: `<p>${id}</p>`, notes, ids: [id] }], geometry: narrow },
	];
	const book = assembled(
		[
			unit('before'),
			unit('zh', { lang: 'zh', ...side('zh', 'first-column') }),
			unit('en', { lang: 'en', ...side('zh', 'second-column') }),
		],
		laid('before', []),
		column('zh', '<p>n</p>'),
		column('en', ''),
	);
	expect(book.pages).toHaveLength(2);
	expect(book.pages[1]).toMatchObject({
		unit: 'zh',
		group: 'zh',
		columns: [
			{ unit: 'zh', lang: 'zh', notes: '<p>n</p>' },
			{ unit: 'en', lang: 'en', notes: '' },
		],
		body:
			'<div class="column first-column" lang="zh"><div class="column-flow"><p>zh</p></div><div class="notes"><p>n</p></div></div>' +
			'<div class="column second-column" lang="en"><div class="column-flow"><p>en</p></div></div>',
	});
	expect(book.geometry).toEqual({ ...geometry, column: 200 });
	expect([book.map.pageOf.get('zh'), book.map.pageOf.get('en')]).toEqual([1, 1]);
});

test('how far texts side by side use their pages, with and without what is blank at the end', () => {
	const used = (id: string, ...shares: readonly number[]): readonly [string, PaginatedUnit] => [
		id,
		{ ...laid(id, ...shares.map(() => []))[1], used: shares },
	];
	const units = [
		unit('zh', { ...side('zh', 'verso') }),
		unit('en', { ...side('zh', 'recto') }),
		unit('other'),
	];
	const { fill } = assembled(units, used('zh', 0.8, 0.25), used('en', 1, 0.5), laid('other', []));
	expect(fill?.pages).toBeCloseTo(2.55 / 4);
	expect(fill?.level).toBeCloseTo(2.55 / 3);
	expect(assembled([unit('other')], laid('other', [])).fill).toBeUndefined();
});

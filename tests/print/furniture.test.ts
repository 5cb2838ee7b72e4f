import { expect, test } from 'vitest';
import type { Page } from '../../scripts/model/index.ts';
import { furnish, furnitureOf } from '../../scripts/print/furniture.ts';

function page(index: number, rest: Partial<Page> = {}): Page {
	return {
		index,
		side: index % 2 === 0 ? 'recto' : 'verso',
		matter: 'body',
		label: String(index + 1),
		unit: 'a',
		kind: 'piece',
		lang: 'en',
		body: `<p>${index}</p>`,
		notes: '',
		showFolio: true,
		...rest,
	};
}

const book = (count: number, rest: Partial<Page> = {}) =>
	Array.from({ length: count }, (_, index) => page(index, rest));

/** Every piece of furniture by name. */
const all = (pages: readonly Page[]) => new Map(furnish(pages).flatMap((set) => [...set]));

test('all that a page shows beside its text is printed, with its side and language', () => {
	const pages = [
		...book(3, { runningHead: 'A &amp; B' }),
		page(3, { lang: 'zh', kind: 'part', showFolio: false }),
		page(4, { matter: 'front', label: 'iv' }),
	];
	const furniture = all(pages);
	for (const one of pages) {
		const { ground, over } = furnitureOf(one);
		expect(furniture.get(ground)).toMatchObject({ side: one.side, kind: one.kind, layer: 'furniture-layer' });
		const shown = over.map((name) => furniture.get(name));
		const expected = [
			...(one.runningHead ? [{ runningHead: one.runningHead }] : []),
			...(one.showFolio ? [{ folio: one.label }] : []),
		];
		expect(shown).toMatchObject(expected.map((piece) => ({ ...piece, side: one.side, lang: one.lang })));
		expect(shown).toHaveLength(expected.length);
	}
});

test('no furniture holds text of a page', () => {
	for (const box of all(book(5)).values()) expect(box.text).toBeUndefined();
});

test('a blank page has a ground and nothing over it', () => {
	const { unit: _unit, kind: _kind, ...blank } = page(1, { showFolio: false });
	expect(furnitureOf(blank).over).toEqual([]);
	expect(all([blank]).get(furnitureOf(blank).ground)).toMatchObject({ side: 'verso', kind: 'blank' });
});

test('folios come in whole hundreds: a page more needs no other set', () => {
	const sets = (count: number) => furnish(book(count)).map((set) => [...set.keys()].join());
	expect(sets(7)).toEqual(sets(8));
	expect(sets(100)).toEqual(sets(99));
	expect(sets(101).filter((set) => !sets(100).includes(set))).toHaveLength(1);
	expect(furnish(book(1)).at(-1)?.size).toBe(100);
	expect(
		[...(furnish(book(101)).at(-1)?.values() ?? [])].map((box) => [box.folio, box.side]).slice(0, 2),
	).toEqual([
		['101', 'recto'],
		['102', 'verso'],
	]);
});

test('the same head, ground and folio are printed once', () => {
	const names = furnish(book(40, { runningHead: 'Head' })).map((set) => set.size);
	// Two grounds, two heads, a hundred folios.
	expect(names).toEqual([2, 2, 100]);
});

test('many heads are printed in several sets', () => {
	const pages = book(250).map((one) => ({ ...one, runningHead: `Head ${one.index}` }));
	expect(furnish(pages).map((set) => set.size)).toEqual([2, 100, 100, 50, 100, 100, 100]);
});

test('numbers of the front matter stand with the grounds: both are few', () => {
	const front = ['i', 'ii', 'iii'].map((label, index) => page(index, { label, matter: 'front' }));
	const sets = furnish([...front, page(3), page(4)]);
	expect(sets.map((set) => set.size)).toEqual([5, 100]);
});

test('what a proof says of itself is printed once for each side and language', () => {
	const pages = [...book(4, { proof: 'Changes' }), ...book(2, { proof: '改动', lang: 'zh' })];
	const furniture = all(pages);
	for (const one of pages) {
		const name = furnitureOf(one).over.at(-1) ?? '';
		expect(furniture.get(name)).toEqual({
			side: one.side,
			lang: one.lang,
			proof: one.proof,
			layer: 'furniture-layer',
		});
	}
	expect([...furniture.values()].filter(({ proof }) => proof !== undefined)).toHaveLength(4);
});

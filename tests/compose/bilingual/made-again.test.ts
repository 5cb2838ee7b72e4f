import { describe, expect, test } from 'vitest';
import { createMemo } from '../../../scripts/cache/index.ts';
import { compose } from '../../../scripts/compose/index.ts';
import type { Book, Edition, Layout, Pairing, Piece } from '../../../scripts/model/index.ts';
import { book, both, entry, note, ownHouse, part, person, piece, text, tree } from '../../support/edition.ts';
import { bilingual } from '../../support/flows.ts';
import { pairPiece } from '../../support/pair-by-number.ts';

const house = await ownHouse();
const layouts: readonly Layout[] = ['facing', 'columns', 'blocks', 'pieces'];
const people = [person('ji', '季', 'Ji', { bio: both('教授。', 'Professor.') })];
const disclaimer = { zh: [both('声', 'D').zh], en: [both('声', 'D').en] } as Book['disclaimer'];
const versions = (path: string): [Piece, Piece] => {
	const body = tree('<p>x</p><h2 id="h">H</h2><p>y</p>');
	const given = { authors: ['ji'], body };
	return [piece(path, 'zh', { ...given, notes: [note(1, text('n'))] }), piece(path, 'en', given)];
};
const made = book({
	contents: [entry('front/a'), part('第一章', 'Chapter 1', 'b')],
	pieces: [...versions('front/a'), ...versions('b')],
	people,
	...(disclaimer ? { disclaimer } : {}),
});

function editing(layout: Layout) {
	const memo = createMemo();
	/** As the stage that pairs does: the same two texts have the same pairs. */
	const pair = (source: Book): Pairing =>
		new Map(
			[...source.pieces].flatMap(([path, { zh, en }]) => {
				if (!zh || !en) return [];
				const key = `${memo.nameOf(zh)} ${memo.nameOf(en)}`;
				return [[path, memo.recall('pairs of the test', key, () => pairPiece(zh, en))]];
			}),
		);
	return (source: Book) =>
		compose(source, house, { choice: bilingual(layout), pairing: pair(source), report: () => {}, memo });
}

function edited(path: string, lang: string): Book {
	const old = made.pieces.get(path);
	const source = old?.[lang];
	if (!old || !source) throw new Error(`There is no "${path}" in "${lang}".`);
	const piece = { ...source, body: tree('<p>x!</p><h2 id="h">H!</h2><p>y</p>') };
	return { ...made, pieces: new Map([...made.pieces, [path, { ...old, [lang]: piece }]]) };
}

/** Ids of the units that are not the very same. */
function changed(before: Edition, after: Edition): readonly string[] {
	return after.units.filter((unit) => !before.units.some((one) => one === unit)).map(({ id }) => id);
}

describe.each(layouts)('%s', (layout) => {
	test('a build without news makes the very same units', async () => {
		const make = editing(layout);
		const first = await make(made);
		expect(changed(first, await make(made))).toEqual([]);
	});

	test('an edit in one language makes its unit anew, and no other', async () => {
		const make = editing(layout);
		const first = await make(made);
		const of = (zh: string) => (layout === 'blocks' ? zh.replace('en-', 'zh-') : zh);
		expect(changed(first, await make(edited('b', 'en')))).toEqual([of('en-b')]);
		expect(changed(first, await make(made))).toEqual([]);
		expect(changed(first, await make(edited('front/a', 'zh')))).toEqual(['zh-front-a']);
	});
});

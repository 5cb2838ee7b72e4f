import { expect, test } from 'vitest';
import type { BlockPair, PiecePairing } from '../../scripts/model/index.ts';
import { findWords, listPassages, listUntranslated } from '../../scripts/translations/index.ts';
import { holder, line, pair } from '../support/passages.ts';

function passagesOf(body: readonly BlockPair[], notes: readonly BlockPair[] = []) {
	const pairing: PiecePairing = {
		path: 'a',
		source: 'zh',
		target: 'en',
		title: pair(line('题'), line('Title')),
		body,
		notes,
	};
	const [, ...rest] = listPassages(pairing);
	return rest.map(({ source, target }) => [source.words, target?.words]);
}

test('the title is a passage', () => {
	const pairing = {
		path: 'a',
		source: 'zh',
		target: 'en',
		title: pair(line('题'), line('Title')),
		body: [],
		notes: [],
	};
	expect(listPassages(pairing)).toMatchObject([{ source: { words: '题' }, target: { words: 'Title' } }]);
});

test('items, captions and notes are passages of their own', () => {
	const [one, uno] = [line('一'), line('one')];
	const list = pair(holder('list', [holder('item', [one])]), holder('list', [holder('item', [uno])]), [
		pair(holder('item', [one]), holder('item', [uno]), [pair(one, uno)]),
	]);
	const [note, nota] = [line('注'), line('note')];
	const figure = pair(holder('figure', [note], '树'), holder('figure', [nota], 'a tree'), [pair(note, nota)]);
	const footnote = pair(holder('note', [note]), holder('note', [nota]), [pair(note, nota)]);
	expect(passagesOf([list, figure], [footnote])).toEqual([
		['一', 'one'],
		['树', 'a tree'],
		['注', 'note'],
		['注', 'note'],
	]);
});

test('a row is one passage', () => {
	const [a, b, c, d] = [line('甲'), line('乙'), line('A'), line('B')];
	const row = pair(holder('row', [a, b]), holder('row', [c, d]), [pair(a, c), pair(b, d)]);
	const table = pair(holder('table', [row.source]), holder('table', [row.target]), [row]);
	expect(passagesOf([table])).toEqual([['甲 | 乙', 'A | B']]);
});

test('a list that was turned into prose is one passage', () => {
	const list = holder('list', [holder('item', [line('甲')]), holder('item', [line('乙')])]);
	expect(passagesOf([pair(list, line('A and B'))])).toEqual([['甲乙', 'A and B']]);
});

test('what has no translation is a passage without one, and so is what the translation adds none', () => {
	const list = holder('list', [holder('item', [line('甲')]), holder('item', [line('乙')])]);
	expect(passagesOf([{ source: list }, { target: line('Extra') }])).toEqual([
		['甲', undefined],
		['乙', undefined],
	]);
	expect(listUntranslated([list])).toHaveLength(2);
});

test('rules and pictures without words are none', () => {
	expect(passagesOf([pair(line('', 1, 'rule'), line('', 1, 'rule'))])).toEqual([]);
});

test('a passage whose translation says nothing has none', () => {
	expect(passagesOf([pair(holder('figure', [], '树'), holder('figure', []))])).toEqual([['树', undefined]]);
});

test('every text that a passage could have had is found again by its mark', () => {
	const list = holder('list', [holder('item', [line('甲')]), holder('item', [line('乙')])]);
	expect([...findWords([list]).values()].sort()).toEqual(['', '乙', '甲', '甲乙'].sort());
});

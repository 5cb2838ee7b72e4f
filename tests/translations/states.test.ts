import { expect, test } from 'vitest';
import {
	accept,
	compareWithLock,
	type Lock,
	readLock,
	type TranslatedPiece,
} from '../../scripts/translations/index.ts';
import { pieceOf } from '../support/passages.ts';

/** What was recorded when these pieces were all right. */
function lockOf(...pieces: readonly TranslatedPiece[]): Lock {
	const { text } = accept(compareWithLock(pieces, new Map()), new Map());
	const lock = readLock({ file: 'lock', text }, () => {});
	if (!lock) throw new Error('The lock cannot be read.');
	return lock;
}

function statesOf(lock: Lock, ...pieces: readonly TranslatedPiece[]): readonly string[] {
	return compareWithLock(pieces, lock).flatMap(({ passages }) =>
		passages.map(({ source, state }) => `${source.words} ${state}`),
	);
}

const text = '题 = Title\n甲 = A\n乙 = B\n丙 = C';
const before = lockOf(pieceOf(text));

test.each([
	['nothing', text, ['题 current', '甲 current', '乙 current', '丙 current']],
	['the source', text.replace('乙 =', '乙乙 ='), ['题 current', '甲 current', '乙乙 stale', '丙 current']],
	[
		'the translation alone',
		text.replace('= B', '= Bee'),
		['题 current', '甲 current', '乙 current', '丙 current'],
	],
	['both', text.replace('乙 = B', '乙乙 = Bee'), ['题 current', '甲 current', '乙乙 stale', '丙 current']],
	[
		'both, at the end',
		text.replace('丙 = C', '丁 = D'),
		['题 current', '甲 current', '乙 current', '丁 stale'],
	],
	['the title', text.replace('题 =', '题目 ='), ['题目 stale', '甲 current', '乙 current', '丙 current']],
	[
		'a passage more',
		text.replace('乙', '丁 = D\n乙'),
		['题 current', '甲 current', '丁 new', '乙 current', '丙 current'],
	],
	['a passage less', text.replace('乙 = B\n', ''), ['题 current', '甲 current', '丙 current']],
	[
		'a passage untranslated',
		text.replace('= B', '='),
		['题 current', '甲 current', '乙 missing', '丙 current'],
	],
	[
		'the order',
		'题 = Title\n丙 = C\n甲 = A\n乙 = B',
		['题 current', '丙 current', '甲 current', '乙 current'],
	],
	[
		'the order of one side',
		'题 = Title\n乙 = A\n甲 = B\n丙 = C',
		['题 current', '乙 stale', '甲 stale', '丙 current'],
	],
	[
		'the place and the source of one',
		'题 = Title\n丙 = C\n甲甲 = A\n乙 = B',
		['题 current', '丙 current', '甲甲 stale', '乙 current'],
	],
	[
		'both of one that was split',
		text.replace('乙 = B', '乙一 = B1\n乙二 = B2'),
		['题 current', '甲 current', '乙一 stale', '乙二 new', '丙 current'],
	],
])('changed: %s', (_, now, states) => {
	expect(statesOf(before, pieceOf(now))).toEqual(states);
});

test('the same words twice are two passages', () => {
	const twice = '题 = Title\n是 = Yes\n是 = Yes\n否 = No';
	expect(statesOf(lockOf(pieceOf(twice)), pieceOf(twice.replace('是 = Yes\n是', '是 = Yes\n好')))).toEqual([
		'题 current',
		'是 current',
		'好 stale',
		'否 current',
	]);
});

test('a piece of another name brings its lines along', () => {
	const now = pieceOf(text.replace('乙 =', '乙乙 ='), 'b');
	const [states] = compareWithLock([now], before);
	expect(states?.passages.map(({ state }) => state)).toEqual(['current', 'current', 'stale', 'current']);
	expect(states?.formerPath).toBe('a');
});

test('a piece that only shares its title with one that is gone does not', () => {
	const [states] = compareWithLock([pieceOf('题 = Title\n丁 = D\n戊 = E\n己 = F', 'b')], before);
	expect(states?.formerPath).toBeUndefined();
	expect(states?.passages.map(({ state }) => state)).toEqual(['current', 'new', 'new', 'new']);
});

test('a passage that moves to another piece stays right', () => {
	const lock = lockOf(pieceOf(text), pieceOf('篇 = Piece\n丁 = D', 'b'));
	const first = pieceOf(text.replace('乙 = B\n', ''));
	expect(statesOf(lock, first, pieceOf('篇 = Piece\n丁 = D\n乙 = B', 'b'))).toEqual([
		'题 current',
		'甲 current',
		'丙 current',
		'篇 current',
		'丁 current',
		'乙 current',
	]);
});

test('a passage that moves to where another has gone is not taken for it', () => {
	const lock = lockOf(pieceOf(text), pieceOf('篇 = Piece\n丁 = D\n戊 = E', 'b'));
	const states = statesOf(
		lock,
		pieceOf('题 = Title\n甲 = A\n丙 = C'),
		pieceOf('篇 = Piece\n乙 = B\n戊 = E', 'b'),
	);
	expect(states.slice(3)).toEqual(['篇 current', '乙 current', '戊 current']);
});

test('a passage that was copied to another piece is new there', () => {
	const lock = lockOf(pieceOf(text), pieceOf('篇 = Piece\n丁 = D', 'b'));
	expect(statesOf(lock, pieceOf(text), pieceOf('篇 = Piece\n丁 = D\n乙 = B', 'b')).at(-1)).toBe('乙 new');
});

test('languages are recorded each for itself', () => {
	const french = pieceOf('题 = Titre\n甲 = Un', 'a', 'fr');
	const lock = lockOf(pieceOf('题 = Title\n甲 = A'), french);
	expect([...lock.keys()]).toEqual(['a.en', 'a.fr']);
	const lines = [...(lock.get('a.en') ?? [])];
	const mixed = new Map([...lock, ['a.en', lines.slice(0, 1)] as const]);
	expect(statesOf(mixed, pieceOf('题 = Title\n甲 = A'), french)).toEqual([
		'题 current',
		'甲 new',
		'题 current',
		'甲 current',
	]);
});

test('lines of both sides of a merge, in any order, leave what is right', () => {
	const ours = '题 = Title\n甲 = A\n乙二 = B2\n丙 = C';
	const theirs = '题 = Title\n甲二 = A2\n乙 = B\n丙 = C';
	const lines = [
		...(lockOf(pieceOf(ours)).get('a.en') ?? []),
		...(lockOf(pieceOf(theirs)).get('a.en') ?? []),
	];
	const merged = '题 = Title\n甲二 = A2\n乙二 = B2\n丙 = C';
	for (const order of [lines, lines.toReversed()]) {
		expect(statesOf(new Map([['a.en', order]]), pieceOf(merged))).toEqual([
			'题 current',
			'甲二 current',
			'乙二 current',
			'丙 current',
		]);
	}
});

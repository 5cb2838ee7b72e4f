import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accept, choose, compareWithLock, type Lock, readLock } from '../../scripts/translations/index.ts';
import { pieceOf } from '../support/passages.ts';

function readBack(text: string): Lock {
	const lock = readLock({ file: 'lock', text }, () => {});
	if (!lock) throw new Error('The lock cannot be read.');
	return lock;
}

const text = '题 = Title\n甲 = A\n乙 = B\n丙 = C';
const first = accept(compareWithLock([pieceOf(text)], new Map()), new Map());
const lock = readBack(first.text);

/** Lines that differ, as `-` and `+` of a comparison. */
function changes(before: string, after: string): readonly string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	return [
		...old.filter((line) => !now.includes(line)).map((line) => `- ${line.slice(-3)}`),
		...now.filter((line) => !old.includes(line)).map((line) => `+ ${line.slice(-3)}`),
	];
}

test('the first time all is recorded, in the order of the text', () => {
	expect(first).toMatchObject({ stale: 0, new: 4 });
	expect(lock.get('a.en')?.map(({ start }) => start)).toEqual(['题', '甲', '乙', '丙']);
});

test('what is right already changes nothing', () => {
	expect(accept(compareWithLock([pieceOf(text)], lock), lock)).toEqual({
		text: first.text,
		stale: 0,
		new: 0,
	});
});

test('a change of one passage is a change of one line', () => {
	const now = compareWithLock([pieceOf(text.replace('乙 =', '丁 ='))], lock);
	const accepted = accept(now, lock);
	expect(accepted).toMatchObject({ stale: 1, new: 0 });
	expect(changes(first.text, accepted.text)).toEqual(['- # 乙', '+ # 丁']);
});

test('only what is chosen is recorded', () => {
	const now = compareWithLock([pieceOf('题 = Title\n甲甲 = A\n乙 = B\n戊 = E\n丁 = C')], lock);
	const accepted = accept(now, lock, choose({ path: 'a.en.md', line: 4 }, now));
	expect(accepted).toMatchObject({ stale: 1, new: 0 });
	const lines = readBack(accepted.text).get('a.en') ?? [];
	expect(lines.map(({ start }) => start)).toEqual(['题', '甲甲', '乙', '丙']);
	const states = compareWithLock(
		[pieceOf('题 = Title\n甲甲 = A\n乙 = B\n戊 = E\n丁 = C')],
		readBack(accepted.text),
	);
	expect(states[0]?.passages.map(({ state }) => state)).toEqual([
		'current',
		'current',
		'current',
		'new',
		'stale',
	]);
});

test('lines that belong to nothing stay in their place until all is recorded', () => {
	const now = compareWithLock([pieceOf('题目 = Title\n甲 = A\n丙 = C')], lock);
	const some = readBack(accept(now, lock, choose({ path: 'a.en.md', line: 2 }, now)).text);
	expect(some.get('a.en')?.map(({ start }) => start)).toEqual(['题目', '甲', '乙', '丙']);
	const all = readBack(accept(now, lock).text);
	expect(all.get('a.en')?.map(({ start }) => start)).toEqual(['题目', '甲', '丙']);
});

test('pieces that are not chosen, and pieces that are gone, stay as they are', () => {
	const both = readBack(accept(compareWithLock([pieceOf(text), pieceOf('篇 = P', 'b')], lock), lock).text);
	const now = compareWithLock([pieceOf('书 = P', 'b')], both);
	const some = readBack(accept(now, both, choose({ path: 'b' }, now)).text);
	expect(some.get('a.en')).toEqual(both.get('a.en'));
	expect(some.get('b.en')?.map(({ start }) => start)).toEqual(['书']);
	expect([...readBack(accept(now, both).text).keys()]).toEqual(['b.en']);
});

test('a piece of another name is recorded under its own', () => {
	const now = compareWithLock([pieceOf(text.replace('乙 =', '乙乙 ='), 'b')], lock);
	const accepted = accept(now, lock, choose({ path: 'b.en.md', line: 6 }, now));
	expect(accepted.stale).toBe(1);
	expect([...readBack(accepted.text).keys()]).toEqual(['b.en']);
	expect([...readBack(accept(now, lock).text).keys()]).toEqual(['b.en']);
});

test('whatever was changed: when all is recorded, all is right, and recording again changes nothing', () => {
	const words = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
	const rows = fc.array(fc.tuple(words, fc.constantFrom('A', 'B', 'C', '')), { maxLength: 8 });
	const toText = (all: readonly (readonly [string, string])[]) =>
		['题 = T', ...all.map(([ours, theirs]) => `${ours} = ${theirs}`)].join('\n');
	fc.assert(
		fc.property(rows, rows, (before, after) => {
			const old = readBack(accept(compareWithLock([pieceOf(toText(before))], new Map()), new Map()).text);
			const now = pieceOf(toText(after));
			const { text: recorded } = accept(compareWithLock([now], old), old);
			const states = compareWithLock([now], readBack(recorded));
			const found = states.flatMap(({ passages }) => passages.map(({ state }) => state));
			expect(found.filter((state) => state !== 'missing').every((state) => state === 'current')).toBe(true);
			expect(accept(states, readBack(recorded))).toEqual({ text: recorded, stale: 0, new: 0 });
		}),
	);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { type Lock, type LockLine, readLock, toLine, writeLock } from '../../scripts/translations/lock.ts';
import { pieceOf } from '../support/passages.ts';

function read(text: string) {
	const report = createReport();
	return { lock: readLock({ file: 'translations.lock.yaml', text }, report.add), found: report.list() };
}

const digits = fc
	.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 12, maxLength: 12 })
	.map((all) => all.join(''));
const start = fc
	.string({ unit: 'grapheme', maxLength: 24 })
	.map((text) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
const lockLine: fc.Arbitrary<LockLine> = fc.record({ source: digits, target: digits, start });
const name = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
	.map((text) => `${text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, 'x')}.en`);
const lock: fc.Arbitrary<Lock> = fc
	.dictionary(name, fc.array(lockLine, { minLength: 1, maxLength: 5 }), { noNullPrototype: true })
	.map((groups) => new Map(Object.entries(groups)));

test('what is written is read again', () => {
	fc.assert(
		fc.property(lock, (given) => {
			const { lock: back, found } = read(writeLock(given));
			expect(found).toEqual([]);
			expect([...(back ?? [])]).toEqual([...given]);
		}),
	);
});

test('it is YAML that says the same', () => {
	fc.assert(
		fc.property(lock, (given) => {
			const expected = [...given].map(([group, lines]) => [
				group,
				lines.map(({ source, target }) => `${source} ${target}`),
			]);
			expect(Object.entries((parse(writeLock(given)) as Record<string, unknown>) ?? {})).toEqual(expected);
		}),
	);
});

test('a line says how its source begins', () => {
	const { passages } = pieceOf('题 = Title\n一二三四五六七八九十一二三四五六七八九十一二三四五六七八 = Long');
	const lines = passages.flatMap(({ source, target }) => (target ? [toLine(source, target)] : []));
	expect(lines.map((one) => one.start)).toEqual(['题', '一二三四五六七八九十一二三四五六七八九十一二三四…']);
});

test('one passage is one line, with an empty line before it', () => {
	const one = { source: '0123456789ab', target: 'cdef01234567', start: '题 # 一' };
	const lines = writeLock(new Map([['a.en', [one]]])).split('\n');
	expect(lines.slice(-5)).toEqual(['', 'a.en:', '', '  - 0123456789ab cdef01234567 # 题 # 一', '']);
});

test('a conflict of a merge is told once, where it begins', () => {
	const conflict = [
		'<<<<<<< HEAD',
		'  - 0123456789ab 0123456789ab',
		'=======',
		'  - 0123456789ac 0123456789ab',
		'>>>>>>> x',
	];
	const { lock: back, found } = read(['a.en:', ...conflict, '', ...conflict, '======='].join('\n'));
	expect(back).toBeUndefined();
	expect(found.map(({ rule, line }) => [rule, line])).toEqual(
		[2, 8, 13].map((at) => ['translation-lock', at]),
	);
	expect(found[0]?.hint).toContain('both sides may stay');
});

test.each([
	['  - 0123456789ab 0123456789ab', 1],
	['a.en:\n  - 0123456789ab', 2],
	['a.en:\n  - 0123456789AB 0123456789ab', 2],
	['a.en: []', 1],
	['"a\\x.en":', 1],
	['a.en:\n\n  - 0123456789ab 0123456789ab 12', 3],
])('%j cannot be read', (text, at) => {
	const { lock: back, found } = read(text);
	expect(back).toBeUndefined();
	expect(found).toMatchObject([{ rule: 'translation-lock', file: 'translations.lock.yaml', line: at }]);
});

test('a group that a merge brought twice is one', () => {
	const { lock: back } = read(
		'a.en:\n  - 0123456789ab 0123456789ab\nb.en:\na.en:\n  - 1123456789ab 0123456789ab\n',
	);
	expect(back?.get('a.en')?.map(({ source }) => source)).toEqual(['0123456789ab', '1123456789ab']);
});

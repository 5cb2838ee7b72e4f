import { expect, test } from 'vitest';
import { countWords } from '../../scripts/translations/count-status.ts';
import { accept, compareWithLock, countStatus, readLock } from '../../scripts/translations/index.ts';
import { pieceOf } from '../support/passages.ts';

test.each([
	['人工智能治理', 6],
	['由IEEE与UNESCO制定', 6],
	['Rules of the road', 4],
	["It's a well-known 10.5 % rise.", 5],
	['2023年11月', 4],
	['ひらがな', 4],
	['한국어 사람', 2],
	['——，。', 0],
	['', 0],
])('%j are %i words', (text, words) => {
	expect(countWords(text)).toBe(words);
});

const before = [pieceOf('题 = Title\n甲甲 = A\n乙 = B'), pieceOf('篇 = Piece\n丁 = D', 'b')];
const lock = readLock(
	{ file: 'lock', text: accept(compareWithLock(before, new Map()), new Map()).text },
	() => {},
);
const now = [pieceOf('题 = Title\n甲甲甲 = A\n戊己庚 =\n乙 = B\n辛 = N'), pieceOf('篇 = Piece\n丁 = D', 'b')];

test('every passage of the source counts once', () => {
	const status = countStatus('zh', compareWithLock(now, lock ?? new Map()), true);
	expect(status).toEqual({
		source: 'zh',
		unit: 'characters',
		recorded: true,
		pieces: [
			{ path: 'a', title: '题', lang: 'en', translated: 2, stale: 1, missing: 1, new: 1, todo: 6 },
			{ path: 'b', title: '篇', lang: 'en', translated: 2, stale: 0, missing: 0, new: 0, todo: 0 },
		],
		totals: [{ lang: 'en', translated: 4, stale: 1, missing: 1, new: 1, todo: 6 }],
	});
});

test('without a lock what has a translation is translated', () => {
	const { recorded, totals } = countStatus('en', compareWithLock(now, new Map()), false);
	expect(recorded).toBe(false);
	expect(totals).toEqual([{ lang: 'en', translated: 6, stale: 0, missing: 1, new: 0, todo: 3 }]);
});

test('each language has a total', () => {
	const french = pieceOf('题 = Titre', 'a', 'fr');
	const { unit, totals } = countStatus('en', compareWithLock([...now, french], new Map()), false);
	expect(unit).toBe('words');
	expect(totals.map(({ lang, translated }) => [lang, translated])).toEqual([
		['en', 6],
		['fr', 1],
	]);
});

import { expect, test } from 'vitest';
import { allWords, foldWords, markOf, ownWords } from '../../scripts/translations/words.ts';
import { holder, line } from '../support/passages.ts';

test.each([
	['white space', 'Rules  of\n\tthe road', 'Rules of the road'],
	['line ends between Han characters', '治理\n需要 合作', '治理需要合作'],
	['the blank between Han and Latin that some editors set', '由 IEEE 与 UNESCO 制定', '由IEEE与UNESCO制定'],
	['ideographic blanks', '　治理　需要', '治理需要'],
	['no-break blanks', '10\u00a0km', '10 km'],
	['soft hyphens and word joiners', 'gov\u00adern\u2060ance\u200b', 'governance'],
	['composed and decomposed letters', 'cafe\u0301', 'café'],
])('%s does not change the words', (_, text, words) => {
	expect(foldWords(text)).toBe(words);
	expect(markOf(foldWords(text))).toBe(markOf(words));
});

test.each([
	['治理需要合作', '治理需要协作'],
	['three kinds', 'three kind s'],
	['한국어 사람', '한국어사람'],
	['Rules', 'rules'],
	['1,5', '1.5'],
])('%j and %j are other words', (one, other) => {
	expect(markOf(foldWords(one))).not.toBe(markOf(foldWords(other)));
});

test('a mark has twelve hexadecimal digits', () => {
	expect(markOf('治理')).toMatch(/^[0-9a-f]{12}$/);
});

test('what stands in the blocks inside is not said by the block itself', () => {
	const item = holder('item', [line('一'), line('二')]);
	expect([ownWords(item), allWords(item)]).toEqual(['', '一二']);
	const figure = holder('figure', [line('The caption.')], 'A tree');
	expect([ownWords(figure), allWords(figure)]).toEqual(['A tree', 'A tree The caption.']);
});

test('a word that moves into the next cell changes a row', () => {
	const row = (...cells: readonly string[]) =>
		holder(
			'row',
			cells.map((cell) => line(cell)),
		);
	expect(allWords(row('一二', '三'))).not.toBe(allWords(row('一', '二三')));
});

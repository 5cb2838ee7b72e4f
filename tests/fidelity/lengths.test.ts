import { expect, test } from 'vitest';
import { checkLengths, type MeasuredPair, measurePairs } from '../../scripts/fidelity/lengths.ts';
import { pairTexts, said } from './support.ts';

function pair(line: number, source: number, target: number): MeasuredPair {
	const at = (file: string) => ({ file, line, column: 1 });
	return { source, target, sourcePlace: at('a.zh.md'), targetPlace: at('a.en.md'), name: 'paragraph' };
}

/** A book whose translations are as long as the source times `factor`, a little more or less. */
function book(factor: number, count = 60): MeasuredPair[] {
	return Array.from({ length: count }, (_, n) => pair(n + 1, 600, 600 * factor * (0.9 + 0.004 * n)));
}

const look = (pairs: readonly MeasuredPair[]) => said((report) => checkLengths(pairs, report));

test.each([0.3, 1, 4])('what is usual in a book is no fault, here a factor of %d', (factor) => {
	expect(look(book(factor))).toEqual([]);
});

test('a paragraph that is far shorter or longer than the book has them', () => {
	expect(look([...book(1), pair(99, 600, 200)])).toEqual([
		'99:1 translation-length this paragraph is only 33 % as long as translations of this book usually are (source: a.zh.md:99)',
	]);
	expect(look([...book(0.5), pair(99, 600, 900)])).toEqual([
		'99:1 translation-length this paragraph is 294 % as long as translations of this book usually are (source: a.zh.md:99)',
	]);
});

test('a few odd pairs do not move what is usual, and a free translation is judged more freely', () => {
	const odd = [1, 2, 3, 4, 5].map((n) => pair(100 + n, 600, 6000));
	expect(look([...book(1), ...odd])).toHaveLength(5);
	const free = Array.from({ length: 60 }, (_, n) => pair(n + 1, 600, 600 * (0.5 + 0.025 * n)));
	expect(look([...free, pair(99, 600, 300)])).toEqual([]);
});

test('few pairs do not say what is usual', () => {
	expect(look([...book(1, 20), pair(99, 600, 100)])).toEqual([]);
});

test('only prose of some length is measured, and no paragraph that was split', () => {
	const long =
		'这段话足够长，可以拿来与它的译文比较长短，所以也会被量一量，看看是不是漏了什么，或者添了什么，如此等等，不一而足。';
	const text =
		'This paragraph is long enough for its length to be compared with that of its source, and so it is measured.';
	const measure = (source: string, target: string) => measurePairs(pairTexts(source, target).pairs).length;
	expect(measure(long, text)).toBe(1);
	expect(measure(`# ${long}`, `# ${text}`)).toBe(0);
	expect(measure('短。', 'Short.')).toBe(0);
	expect(measure(`2021年，${long}2023年，${long}`, `In 2021, ${text}\n\nIn 2023, ${text}`)).toBe(0);
});

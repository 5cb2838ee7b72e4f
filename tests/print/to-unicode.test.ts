import { expect, test } from 'vitest';
import { toUnicode } from '../../scripts/print/to-unicode.ts';

const text = {
	coded: new Map([
		[1, 'a'],
		[2, '人'],
		[3, '𠮷'],
		[4, 'z'],
	]),
	derived: new Map([
		[1, 'A'],
		[9, 'ffi'],
	]),
};

/** Entries of all sections, in order. */
const entries = (map: string) => [...map.matchAll(/^<.+> <.+>$/gm)].map(([entry]) => entry).slice(1);

test('each glyph says the text of the face, and no other is there', () => {
	expect(entries(toUnicode([1, 2], text))).toEqual(['<0001> <0061>', '<0002> <4EBA>']);
});

test('text beyond the first plane is written as a pair', () => {
	expect(entries(toUnicode([3], text))).toEqual(['<0003> <D842DFB7>']);
});

test('a ligature, which has no code point, says all its letters', () => {
	expect(entries(toUnicode([9], text))).toEqual(['<0009> <006600660069>']);
});

test('a glyph of which nothing is known is left out', () => {
	expect(entries(toUnicode([0, 5], text))).toEqual([]);
	expect(toUnicode([0, 5], text)).not.toContain('beginbfchar');
});

test('the number of entries stands before them, at most a hundred', () => {
	const many = Array.from({ length: 150 }, (_, index) => index + 1);
	const map = toUnicode(many, { coded: new Map(), derived: new Map(many.map((glyph) => [glyph, 'x'])) });
	expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '50 beginbfchar']);
	expect(entries(map)).toHaveLength(150);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, fold, foldQuery } from '../../scripts/preview/page/find.js';

test.each([
	['gov\u00ader\u00adnance', 'governance'],
	['系统\u2060会把', '系统会把'],
	['  Two \n\t Words ', 'two words '],
	['İ', 'i̇'],
])('%j is compared as %j', (text, folded) => {
	expect(fold(text).text).toBe(folded);
});

test('each place of the folded text leads back to its character', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '\u00ad', '治', 'İ', '😀') }),
			(text) => {
				const { text: folded, places } = fold(text);
				expect(places).toHaveLength(folded.length);
				for (const [index, place] of places.entries()) {
					const one = text.charAt(place);
					const small = /\s/.test(one) ? ' ' : one.toLowerCase();
					expect(small).toContain(folded.charAt(index));
					expect(place).toBeGreaterThanOrEqual(places[index - 1] ?? 0);
				}
			},
		),
	);
});

test('hits do not overlap', () => {
	expect(findAll('aaaa a', 'aa')).toEqual([0, 2]);
	expect(findAll('治理与治理', '治理')).toEqual([0, 3]);
	expect(findAll('abc', 'x')).toEqual([]);
});

test('a query is one line without ends', () => {
	expect(foldQuery('  Risk\u00ads \n')).toBe('risks');
	expect(foldQuery(' \u00ad ')).toBe('');
});

import { expect, test } from 'vitest';
import { fitText, widthOf } from '../../scripts/cli/text-width.ts';

test.each([
	['', 0],
	['abc', 3],
	['治理', 4],
	['治理 AI', 7],
	['，。《》', 8],
	['ひらがな', 8],
	['사람', 4],
	['e\u0301', 1],
	['a\u200bb', 2],
	['…—', 2],
	['👍', 2],
])('%j takes %i columns', (text, columns) => {
	expect(widthOf(text)).toBe(columns);
});

test.each([
	['abc', 5, 'abc  '],
	['abcdef', 4, 'abc…'],
	['治理', 5, '治理 '],
	['治理需要', 8, '治理需要'],
	['治理需要', 7, '治理需…'],
	['治理需要', 6, '治理… '],
	['', 2, '  '],
])('%j in %i columns', (text, columns, fitted) => {
	expect(fitText(text, columns)).toBe(fitted);
	expect(widthOf(fitted)).toBe(columns);
});

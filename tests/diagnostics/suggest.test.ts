import { expect, test } from 'vitest';
import { didYouMean, suggest } from '../../scripts/diagnostics/suggest.ts';

test.each([
	['li-wie', ['li-wei', 'lin-yue'], 'li-wei'],
	['shortTitle', ['title', 'short-title'], 'short-title'],
	['short_title', ['title', 'short-title'], 'short-title'],
	['chapters/values', ['chapters/risks/values', 'front/preface'], undefined],
	['chapters/risk/values', ['chapters/risks/values', 'front/preface'], 'chapters/risks/values'],
	['zzz', ['abc'], undefined],
	['ab', ['xy', 'ac'], 'ac'],
	['anything', [], undefined],
])('%s among %j', (word, candidates, meant) => {
	expect(suggest(word, candidates)).toBe(meant);
});

test('the hint names what was meant, or is not there', () => {
	expect(didYouMean('tilte', ['title'])).toBe('Did you mean "title"?');
	expect(didYouMean('tilte', ['languages'])).toBeUndefined();
});

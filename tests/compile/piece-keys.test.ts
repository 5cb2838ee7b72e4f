import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiName, createClaimId, pieceKey } from '../../scripts/compile/piece-keys.ts';

test('a key is the language and the path', () => {
	expect(pieceKey('zh', 'chapters/risks/values')).toBe('zh-chapters-risks-values');
	expect(pieceKey('en-GB', 'front/Pre face_2!')).toBe('en-gb-front-pre-face_2');
});

test('a segment that is not ASCII becomes the same short hash each time, however it is composed', () => {
	expect(pieceKey('zh', '风险/值')).toMatch(/^zh-[\da-f]{8}-[\da-f]{8}$/);
	expect(asciiName('é')).toBe(asciiName('e\u0301'));
	expect(asciiName('风险')).not.toBe(asciiName('值'));
});

test('an id is handed out once, whatever its case', () => {
	const claim = createClaimId();
	expect(['a', 'A', 'a', 'a-2', 'b'].map(claim)).toEqual(['a', 'A-2', 'a-3', 'a-2-2', 'b']);
});

test('keys of any paths are ASCII and fit for ids', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (path) => {
			expect(pieceKey('zh', path)).toMatch(/^zh[\w-]*$/);
		}),
	);
});

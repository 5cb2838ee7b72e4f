import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	readEntries,
	readValue,
	type Value,
	withEntries,
	writeEntries,
	writeValue,
} from '../../scripts/inks/syntax.ts';

test.each([
	['<</A/B/C[1 -.5 true]/D<00ff>/E@o12;>>', '<</A /B /C [1 -.5 true] /D <00ff> /E @o12;>>'],
	['<</A<</B @s3;>>>>', '<</A <</B @s3;>>>>'],
	['[(a \\) ] >> (b)) /C]', '[(a \\) ] >> (b)) /C]'],
	['null', 'null'],
	['', 'null'],
	['[1 [2', '[1 [2]]'],
])('%s', (text, expected) => {
	expect(writeValue(readValue(text))).toBe(expected);
});

test('entries without brackets are read, set and taken away', () => {
	const changed = withEntries(readEntries('/A 1 /B [2] /C /D'), { A: '3', B: undefined, E: ['4'] });
	expect(writeEntries(changed)).toBe('/A 3 /C /D /E [4]');
});

test('what was written is read', () => {
	const word = fc.constantFrom('1', '-.5', '/Name', '@o3;', '@s14;', '<0a>', 'true', '(a \\( b)');
	const key = fc.stringMatching(/^[A-Za-z0-9.#]{1,6}$/);
	const { value } = fc.letrec<{ value: Value }>((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			word,
			fc.array(tie('value'), { maxLength: 4 }),
			fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((all) => ({ entries: new Map(all) })),
		),
	}));
	fc.assert(fc.property(value, (one) => void expect(readValue(writeValue(one))).toEqual(one)));
});

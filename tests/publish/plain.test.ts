import { expect, test } from 'vitest';
import { plain } from '../../scripts/publish/plain.ts';

test.each([
	[' hyphen\u00adated ', 'hyphenated'],
	['a\u0000b\u001fc\ufffe', 'abc'],
	['half \ud800 pair', 'half  pair'],
	['whole 𠀀 pair', 'whole 𠀀 pair'],
	['two\nlines', 'two\nlines'],
])('%j becomes %j', (text, expected) => {
	expect(plain(text)).toBe(expected);
});

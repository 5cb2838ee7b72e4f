import { expect, test } from 'vitest';
import { decodeText } from '../../scripts/load/read-text.ts';

const bytes = (...parts: (string | number)[]) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test('a byte order mark is dropped and line ends become \\n', () => {
	expect(decodeText(bytes(0xef, 0xbb, 0xbf, '甲\r\n乙\r丙\n'))).toEqual({ text: '甲\n乙\n丙\n' });
});

test('a replacement character that was written is no fault', () => {
	expect(decodeText(bytes('甲\uFFFD乙'))).toEqual({ text: '甲\uFFFD乙' });
});

test.each([
	['at once', bytes(0xff, 'abc'), 1, 1],
	['after Han characters', bytes('甲乙\n丙', 0xc9, 'x'), 2, 2],
	['after a pair of surrogates', bytes('𠮷', 0x80), 1, 3],
	['where a character is cut short', bytes('a\r\nb', 0xe4, 0xb8, 'c'), 2, 2],
	['where the file ends in a character', bytes('ab', 0xe4, 0xb8), 1, 3],
	['after a byte order mark', bytes(0xef, 0xbb, 0xbf, 'ab', 0xc0), 1, 3],
	['in a surrogate written as three bytes', bytes('a', 0xed, 0xa0, 0x80), 1, 2],
])('the first bad byte is found %s', (_, input, line, column) => {
	expect(decodeText(input)).toMatchObject({ line, column });
});

test('the bad byte is named, and UTF-16 is called what it is', () => {
	expect(decodeText(bytes('a', 0xc9, 'b'))).toHaveProperty(
		'message',
		'the file is not UTF-8: byte C9 is no character',
	);
	expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'ab', 0xc0))).toHaveProperty(
		'message',
		'the file is not UTF-8: byte C0 is no character',
	);
	expect(decodeText(bytes(0xff, 0xfe, 'a', 0))).toHaveProperty('message', 'the file is UTF-16, not UTF-8');
});

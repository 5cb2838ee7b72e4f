import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentReader, operatorCode } from '../../scripts/inks/content-reader.ts';

/** Operands and operator of each, as they stand in the stream. */
function read(text: string): readonly (readonly string[])[] {
	const reader = new ContentReader(Buffer.from(text, 'latin1'));
	const found: string[][] = [];
	while (reader.next()) {
		const operands = Array.from({ length: reader.count }, (_, index) => reader.operand(index));
		found.push([...operands, reader.text(reader.at, reader.end)]);
	}
	return found;
}

describe('operators with their operands', () => {
	test.each([
		['.1216 0 1 rg 5 5 10 20 re f', [['.1216', '0', '1', 'rg'], ['5', '5', '10', '20', 're'], ['f']]],
		[
			'/Pattern CS/Pattern cs/P9 SCN/P9 scn',
			[
				['/Pattern', 'CS'],
				['/Pattern', 'cs'],
				['/P9', 'SCN'],
				['/P9', 'scn'],
			],
		],
		['(a (b\\) c) rg) Tj', [['(a (b\\) c) rg)', 'Tj']]],
		['[<00> -12.5(x]y)]TJ', [['[<00> -12.5(x]y)]', 'TJ']]],
		['/Span<</ActualText (EMC >>)/K[1 2]>>BDC', [['/Span', '<</ActualText (EMC >>)/K[1 2]>>', 'BDC']]],
		[
			'1 g % 0 0 0 rg\n2 w',
			[
				['1', 'g'],
				['2', 'w'],
			],
		],
		['true false null x', [['true', 'false', 'null', 'x']]],
		['T* (a)\' 1 2(b)" f*', [['T*'], ['(a)', "'"], ['1', '2', '(b)', '"'], ['f*']]],
		['1 2', []],
		['', []],
	])('%s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	test('an inline image is one operator, whatever its data says', () => {
		const image = 'BI /W 1 /H 2 /BPC 8 /CS /RGB ID 1 0 0 rg EI\x00\xff EI';
		expect(read(`q ${image}\nQ`)).toEqual([['q'], [image], ['Q']]);
	});

	test.each(['(never closed', '[1 2', '<</A ', '<00', '/', 'BI /W 1', 'BI ID x', '1 )) ] >> g'])(
		'what is broken ends: %s',
		(text) => {
			expect(read(`1 w ${text}`)[0]).toEqual(['1', 'w']);
		},
	);

	test('operators of more than three letters have no code', () => {
		const reader = new ContentReader(Buffer.from('q abcd'));
		reader.next();
		expect(reader.operator).toBe(operatorCode('q'));
		reader.next();
		expect(reader.operator).toBe(0);
	});
});

const number = fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((value) => value.toFixed(3));
const name = fc.stringMatching(/^[A-Za-z0-9#.+_-]{1,8}$/).map((text) => `/${text}`);
const literal = fc
	.string({ unit: 'binary-ascii', maxLength: 12 })
	.map((text) => `(${text.replace(/[\\()]/g, '\\$&')})`);
const hex = fc.uint8Array({ maxLength: 8 }).map((bytes) => `<${Buffer.from(bytes).toString('hex')}>`);
const { operand } = fc.letrec<{ operand: string }>((tie) => ({
	operand: fc.oneof(
		{ depthSize: 'small' },
		number,
		name,
		literal,
		hex,
		fc.constantFrom('true', 'null'),
		fc.array(tie('operand'), { maxLength: 4 }).map((all) => `[${all.join(' ')}]`),
		fc.array(fc.tuple(name, tie('operand')), { maxLength: 3 }).map((all) => `<<${all.flat().join(' ')}>>`),
	),
}));
const operator = fc.constantFrom('rg', 'RG', 'Tj', 'TJ', 'BDC', 'EMC', 'f*', "'", 'scn', 'd0', 'gs', 'Do');
const space = fc.constantFrom(' ', '\n', '\r\n', '\t \0', ' % 1 0 0 rg (\n', '\f');

test('what was written is read', () => {
	const operations = fc.array(fc.tuple(fc.array(operand, { maxLength: 6 }), operator), { maxLength: 12 });
	fc.assert(
		fc.property(operations, fc.infiniteStream(space), (written, spaces) => {
			const gap = () => spaces.next().value;
			const text = written.map(([operands, last]) => [...operands, last].map((one) => one + gap()).join(''));
			expect(read(text.join(''))).toEqual(written.map(([operands, last]) => [...operands, last]));
		}),
	);
});

test('no bytes make it hang', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const reader = new ContentReader(bytes);
			let last = 0;
			while (reader.next()) {
				expect(reader.end).toBeGreaterThan(last);
				last = reader.end;
			}
		}),
	);
});

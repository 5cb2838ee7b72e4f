import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentReader } from '../../scripts/pdf/content-reader.ts';

/** Operands and operator of each, as they stand in the stream. */
function read(text: string): readonly (readonly string[])[] {
	const reader = new ContentReader(Buffer.from(text, 'latin1'));
	const all: string[][] = [];
	while (reader.next()) {
		const { operands: found } = reader;
		const operands = Array.from({ length: found.count }, (_, index) => found.text(index));
		all.push([...operands, reader.text(reader.at, reader.end)]);
	}
	return all;
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

	test('an inline image is one operator with its entries, whatever its data says', () => {
		const image = 'BI /W 1 /CS [/I /RGB 0 <00ff00>] ID 1 0 0 rg EIx EI\x00\xff EI';
		expect(read(`q ${image}\nQ`)).toEqual([['q'], ['/W', '1', '/CS', '[/I /RGB 0 <00ff00>]', image], ['Q']]);
	});

	test('each tells where it begins, with and without the white space before it', () => {
		const reader = new ContentReader(Buffer.from('q\n  1 0 0 rg % red\n f', 'latin1'));
		const places: (readonly number[])[] = [];
		while (reader.next()) places.push([reader.before, reader.start, reader.at, reader.end]);
		expect(places).toEqual([
			[0, 0, 0, 1],
			[1, 4, 10, 12],
			[12, 20, 20, 21],
		]);
	});

	test('bytes that lie inside a larger buffer are read alone', () => {
		const reader = new ContentReader(Buffer.from('1 g 2 w 3 j').subarray(4, 7));
		expect(reader.next() && [reader.operands.number(0), reader.operator]).toEqual([2, 'w']);
		expect(reader.next()).toBe(false);
	});

	test('groups are nested as deep as one likes', () => {
		expect(read(`${'['.repeat(100_000)}${']'.repeat(100_000)} pop`)).toHaveLength(1);
	});

	test.each(['(never closed', '[1 2', '<</A ', '<00', '/', 'BI /W 1', 'BI ID x', '1 )) ] >> g'])(
		'what is broken ends: %s',
		(text) => {
			expect(read(`1 w ${text}`)[0]).toEqual(['1', 'w']);
		},
	);

	test('operators that no standard knows are told of too', () => {
		const reader = new ContentReader(Buffer.from('q abcd'));
		expect(reader.next() && reader.operator).toBe('q');
		expect(reader.next() && reader.operator).toBe('abcd');
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

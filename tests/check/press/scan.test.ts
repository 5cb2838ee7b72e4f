import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../../../scripts/check/press/scan.ts';

/** Operators with the numbers before them, and the name where the last operand is one. */
function read(content: string): readonly (readonly unknown[])[] {
	const found: unknown[][] = [];
	scan(Buffer.from(content, 'latin1'), (operator, operands) => {
		const name = operands.name(-1);
		found.push([operator, ...(name === undefined ? operands.numbers() : [name])]);
	});
	return found;
}

test('operators come with their numbers and names', () => {
	expect(read('q 1 0 0 -1 .5 +6. cm /F1 Do\r\n/A#20b gs Q')).toEqual([
		['q'],
		['cm', 1, 0, 0, -1, 0.5, 6],
		['Do', 'F1'],
		['gs', 'A b'],
		['Q'],
	]);
});

test('strings, comments, arrays and dictionaries hide what looks like operators', () => {
	expect(read('(1 0 0 rg \\) (k) \\\\)Tj <30206720>Tj % 1 g\n[(g)-3<67>]TJ/P<</A(g)/B<67>>>BDC')).toEqual([
		['Tj'],
		['Tj'],
		['TJ', -3],
		['BDC', 'B'],
	]);
});

test('the data of inline images are passed over', () => {
	expect(read('BI /W 2 /CS /RGB ID 1 g EIx \nEI 1 g')).toEqual([['BI'], ['ID', 'RGB'], ['g', 1]]);
	expect(read('BI ID 1 g')).toEqual([['BI'], ['ID']]);
});

test('what was begun and not ended ends with the stream', () => {
	for (const text of ['1 g (', '1 g <', '1 g %', '1 g /', '1 g (\\']) expect(read(text)[0]).toEqual(['g', 1]);
});

test('any bytes are read to their end', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			scan(bytes, (operator) => expect(operator).not.toBe(''));
		}),
	);
});

const number = fc
	.double({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 })
	.map((value) => Number(value.toFixed(4)));
const noise = fc.constantFrom(
	' ',
	'\n',
	'(1 g) Tj ',
	'<31> Tj ',
	'% 1 g\n',
	'/F 9 Tf ',
	'[(a)-2(b)]TJ ',
	'<</A 1>> pop ',
);

test('whatever stands between them, operators of colour are found with their numbers', () => {
	const piece = fc.tuple(noise, fc.constantFrom('g', 'rg', 'k', 'cm'), fc.array(number, { maxLength: 6 }));
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const text = pieces.map(([before, operator, numbers]) => `${before}${numbers.join(' ')} ${operator} `);
			const found = read(text.join('')).filter(([operator]) => /^(?:r?g|k|cm)$/.test(String(operator)));
			expect(found).toEqual(
				pieces.map(([, operator, numbers]) => [operator, ...numbers.map((one) => expect.closeTo(one, 6))]),
			);
		}),
	);
});

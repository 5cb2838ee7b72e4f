import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProgram, run, writeProgram } from '../../scripts/inks/calculator.ts';

function calculate(text: string, ...stack: number[]): number[] {
	run(readProgram(text) ?? [], stack);
	return stack;
}

// Results from the PostScript Language Reference, 8.2, and from counting by hand.
test.each([
	['{add}', [3, 4], [7]],
	['{sub 2 div}', [9, 4], [2.5]],
	['{idiv}', [-5, 2], [-2]],
	['{mod}', [-5, 3], [-2]],
	['{exp}', [9, 0.5], [3]],
	['{atan}', [-100, 0], [270]],
	['{atan}', [4, 4], [45]],
	['{sin}', [90], [1]],
	['{truncate}', [-4.7], [-4]],
	['{cvi}', [3.9], [3]],
	['{neg abs sqrt}', [16], [4]],
	['{3 1 roll}', [1, 2, 3], [3, 1, 2]],
	['{3 -1 roll}', [1, 2, 3], [2, 3, 1]],
	['{2 copy}', [1, 2], [1, 2, 1, 2]],
	['{1 index}', [5, 6], [5, 6, 5]],
	['{exch pop dup}', [1, 2], [2, 2]],
	['{0 gt {1 2}{3} ifelse}', [1], [1, 2]],
	['{0 gt {1 2}{3} ifelse}', [-1], [3]],
	['{dup 0 lt {pop 0} if}', [-1], [0]],
	['{true not false or}', [], [0]],
	['{dup 0 ge exch 1 le and}', [0.5], [1]],
	['{2 bitshift -1 bitshift}', [7], [14]],
	['{ % nothing\n1 }', [], [1]],
])('%s of %j is %j', (text, stack, expected) => {
	const found = calculate(text, ...stack);
	expect(found).toHaveLength(expected.length);
	found.forEach((value, index) => void expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9));
});

test.each(['{add', 'add}', '1 2', '', '{1} {2}'])('%j is no program', (text) => {
	expect(readProgram(text)).toBeUndefined();
});

test.each(['{add}', '{3 copy}', '{nothing}', '{{1}}', '{5 1 roll}', '{9 index}'])(
	'%s asks for too much',
	(text) => {
		expect(() => calculate(text, 1)).toThrow();
	},
);

test('numbers are written without exponents, and read again', () => {
	const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
	fc.assert(
		fc.property(fc.array(number, { maxLength: 5 }), (numbers) => {
			const text = writeProgram(numbers);
			expect(text).not.toContain('e');
			calculate(text).forEach((value, index) => void expect(value).toBeCloseTo(numbers[index] ?? 0, 8));
		}),
	);
});

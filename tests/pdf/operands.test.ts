import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentReader } from '../../scripts/pdf/content-reader.ts';
import type { Operands } from '../../scripts/pdf/operands.ts';

/** Operands of the first operator. */
function operandsOf(content: string): Operands {
	const reader = new ContentReader(Buffer.from(`${content} x`, 'latin1'));
	reader.next();
	return reader.operands;
}

test('numbers', () => {
	expect(operandsOf('1 0 0 -1 .5 +6. -.25 007').numbers()).toEqual([1, 0, 0, -1, 0.5, 6, -0.25, 7]);
	expect(operandsOf('1 2 3').numbers(2)).toEqual([2, 3]);
	expect(operandsOf('/A (1) [1] 1e5 true').numbers()).toEqual([0, 0, 0, 0, 0]);
});

test('names', () => {
	const operands = operandsOf('/F1/A#20b#2F 3');
	expect([0, 1, 2].map((index) => operands.name(index))).toEqual(['F1', 'A b/', undefined]);
	expect(operands.name(-2)).toBe('A b/');
});

test('what is missing is no operand', () => {
	for (const index of [1, -2]) {
		const operands = operandsOf('1');
		expect([operands.text(index), operands.number(index), operands.name(index)]).toEqual(['', 0, undefined]);
		expect([operands.shown(index).length, operands.inside(index).count]).toEqual([0, 0]);
	}
});

test('arrays and dictionaries are looked into', () => {
	const operands = operandsOf('/Span <</ActualText (>>) /A [1 [2] 3]/MCID 7>> [/Indexed/DeviceRGB 1 <00>]');
	const entries = operands.inside(1);
	expect(Array.from({ length: entries.count }, (_, index) => entries.text(index))).toEqual([
		...['/ActualText', '(>>)', '/A', '[1 [2] 3]', '/MCID', '7'],
	]);
	expect(entries.inside(3).numbers()).toEqual([1, 0, 3]);
	expect(entries.inside(3).inside(1).numbers()).toEqual([2]);
	expect(operands.inside(2).name(1)).toBe('DeviceRGB');
	expect(operands.inside(0).count).toBe(0);
	expect(operandsOf('[] <<>>').inside(0).count).toBe(0);
	expect(operandsOf('[] <<>>').inside(1).count).toBe(0);
});

test('what is shown is a string or those of an array', () => {
	const operands = operandsOf('[<0001> -20.5 <00 02\n0003> 3 (ab)] <612> (a\\)\\101(b)) <</A (a)>> 5 /A');
	expect([0, 1, 2, 4, 5].map((index) => hex(operands.shown(index)))).toEqual([
		'0001000200036162',
		'6120',
		'612941286229',
		'',
		'',
	]);
});

test('a number that was written is read', () => {
	fc.assert(
		fc.property(
			fc.double({ min: -1e5, max: 1e5, noNaN: true }),
			fc.integer({ min: 0, max: 9 }),
			(value, digits) => {
				const text = value.toFixed(digits);
				expect(operandsOf(text).number(0)).toEqual(expect.closeTo(Number(text), 12));
			},
		),
	);
});

test('bytes that were written are read', () => {
	const literal = (bytes: Buffer) => `(${bytes.toString('latin1').replace(/[\\()\r]/g, escaped)})`;
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 20 }), (all) => {
			const operands = operandsOf(`${literal(Buffer.from(all))} <${hex(all)}>`);
			expect([hex(operands.shown(0)), hex(operands.shown(1))]).toEqual([hex(all), hex(all)]);
		}),
	);
});

function escaped(character: string): string {
	return character === '\r' ? '\\r' : `\\${character}`;
}

function hex(bytes: Uint8Array | readonly number[]): string {
	return Buffer.from(bytes).toString('hex');
}

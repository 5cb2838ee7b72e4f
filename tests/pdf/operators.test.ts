import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOperators } from '../../scripts/pdf/operators.ts';

/** Each operator with its operands, as they stand in the content. */
function found(content: string): readonly (readonly [operands: string, name: string])[] {
	const bytes = Buffer.from(content, 'latin1');
	const all: (readonly [string, string])[] = [];
	readOperators(bytes, ({ name, start, at, end }) => {
		expect([start <= at, at < end, end <= bytes.length]).toEqual([true, true, true]);
		expect(name).toBe(bytes.toString('latin1', at, end));
		all.push([bytes.toString('latin1', start, at), name]);
	});
	return all;
}

const names = (content: string) => found(content).map(([, name]) => name);

test('operators come in order, each with the operands before it', () => {
	expect(found('q 1 0 0 1 .5 -7 cm/P <</MCID 0>>BDC\nf* EMC')).toEqual([
		['', 'q'],
		[' 1 0 0 1 .5 -7 ', 'cm'],
		['/P <</MCID 0>>', 'BDC'],
		['\n', 'f*'],
		[' ', 'EMC'],
	]);
});

test.each([
	['a string with brackets', '(a (b Tj) c)Tj', ['Tj']],
	['a string with escaped brackets', '(a \\) Tj \\( \\\\) Tj', ['Tj']],
	['a string that ends in an escaped backslash', '(\\\\)Tj (q)Tj', ['Tj', 'Tj']],
	['a string over several lines', '(one\nET\r\ntwo)Tj', ['Tj']],
	['a string in hex with spaces', '<00 ad EF>Tj', ['Tj']],
	['a list of strings', '[(Tj) -20 <00ef> (])] TJ', ['TJ']],
	['operators that are marks', '(a)\' 1 2 (b)"', ["'", '"']],
	['names that look like operators', '/Tj /q#20 gs /BT Do', ['gs', 'Do']],
	['words that are operands', '/P <</A true/B false /C null>> BDC', ['BDC']],
	['dictionaries in dictionaries', '/P <</A <</B (>> EMC)>>/C <4D>>>BDC EMC', ['BDC', 'EMC']],
	['a comment', 'q % BT (never closed\nQ', ['q', 'Q']],
	['a comment up to a carriage return', 'q % Tj\rQ', ['q', 'Q']],
	['names of type 3 glyphs', '100 0 d0 1 0 0 1 2 3 d1', ['d0', 'd1']],
	['nothing', '', []],
	['white space', ' \r\n\0', []],
] as const)('%s', (_name, content, expected) => {
	expect(names(content)).toEqual(expected);
});

test.each([
	['BI /W 1 /H 1 ID \x00EI\xff EIx EI Q', ' \x00EI\xff EIx '],
	['BI\n/W 2\nID abc\nEI\nQ', ' abc\n'],
	['BI/W 1 ID (\nEI Q', ' (\n'],
	['BI /IM true ID q Q EI Q', ' q Q '],
])('an inline image is one operator, whatever its bytes say: %j', (content) => {
	expect(names(content)).toEqual(['EI', 'Q']);
	expect(found(content)[0]?.[0]).toMatch(/^BI/);
});

test.each(['(never closed Tj', '<00ef', '(a\\', '/', '<<', '>>', '{ } ]'])(
	'%j ends where the content does',
	(content) => {
		expect(() => found(content)).not.toThrow();
	},
);

test('an inline image that does not end reaches as far as the content', () => {
	const content = Buffer.from('BI /W 1 ID abc');
	const ends: number[] = [];
	readOperators(content, ({ end }) => void ends.push(end));
	expect(ends).toEqual([content.length]);
});

const space = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % (note Tj\n', '\0');
const escaped = (text: string) => text.replaceAll(/[\\()]/g, '\\$&');
const string = fc
	.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) })
	.map((text) => `(${escaped(text)})`);
const balanced = string.map((text) => `(Q ${text} (q))`);
const hex = fc.uint8Array({ maxLength: 9 }).map((bytes) => `<${Buffer.from(bytes).toString('hex')}>`);
const number = fc.oneof(fc.integer().map(String), fc.constantFrom('-.5', '+3', '0.25', '4.'));
const name = fc.constantFrom('/F1', '/Tj', '/A#20b', '/EMC', '/');
const simple = fc.oneof(string, balanced, hex, number, name, fc.constantFrom('true', 'null'));
const list = fc.array(simple, { maxLength: 4 }).map((items) => `[${items.join(' ')}]`);
const dictionary = fc
	.array(fc.tuple(fc.constantFrom('/MCID', '/Q', '/ActualText'), fc.oneof(simple, list)), { maxLength: 3 })
	.map((entries) => `<<${entries.map((entry) => entry.join(' ')).join('')}>>`);
const operands = fc.array(fc.oneof(simple, list, dictionary), { maxLength: 4 });
const plain = fc
	.tuple(operands, fc.constantFrom('q', 'Q', 'Tj', 'TJ', "'", '"', 'f*', 'BDC', 'EMC', 'd0', 'cm'))
	.map(([all, operator]) => [all.join(' '), operator] as const);
// In the bytes of an image no `EI` stands alone.
const image = fc
	.uint8Array({ maxLength: 30 })
	.map((bytes) => Buffer.from(bytes).toString('latin1').replaceAll('EI', 'EJ'))
	.map((bytes) => [`BI /W 1 ID ${bytes}\n`, 'EI'] as const);

test('any operators one after another are found, each in its place', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: plain }, image), space)), (parts) => {
			const content = parts.map(([[before, operator], after]) => `${before} ${operator}${after}`).join('');
			const all = found(content);
			expect(all.map(([, operator]) => operator)).toEqual(parts.map(([[, operator]]) => operator));
			parts.forEach(([[before]], index) => {
				const previous = parts[index - 1]?.[1] ?? '';
				const own = before.startsWith('BI') ? before : `${before} `;
				// What separates it from the one before is read with its operands.
				expect(all[index]?.[0]).toBe(`${previous}${own}${before.startsWith('BI') ? ' ' : ''}`);
			});
		}),
		{ numRuns: 300 },
	);
});

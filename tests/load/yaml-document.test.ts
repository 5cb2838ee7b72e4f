import { expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { parseYaml } from '../../scripts/load/yaml-document.ts';

function parse(text: string, firstLine?: number) {
	const report = createReport();
	const document = parseYaml('x.yaml', text, report.add, firstLine);
	return {
		document,
		found: report.list().map(({ line, column, message }) => `${line}:${column} ${message}`),
	};
}

test('scalars stay what was written', () => {
	const { document } = parse('a: 2024-10\nb: 007\nc: yes\nd: 1.50\ne: "x"\nf: 0x1F\n');
	expect(document?.value).toEqual({ a: '2024-10', b: '007', c: 'yes', d: '1.50', e: 'x', f: '0x1F' });
});

test('a key without a value is left out', () => {
	expect(parse('a:\nb: ~\nc: { d: null, e: x }\n').document?.value).toEqual({ c: { e: 'x' } });
});

test('a key named like a part of the language is a key like any other', () => {
	const value = parse('__proto__: x\nconstructor: y\n').document?.value as object;
	expect(Object.entries(value)).toEqual([
		['__proto__', 'x'],
		['constructor', 'y'],
	]);
});

test('every path has a place, counted from the first line of the file', () => {
	const { document } = parse('a: { zh: 甲, en: "x" }\nb:\n  - |\n    lines\n  - c: &n 2\n    d: *n\ne:\n', 5);
	const place = (...path: PropertyKey[]) => {
		const { file, line, column } = document?.place(path) ?? {};
		return `${file} ${line}:${column}`;
	};
	expect(place('a', 'en')).toBe('x.yaml 5:17');
	expect(place('b', 0)).toBe('x.yaml 7:5');
	expect(place('b', 1, 'd')).toBe('x.yaml 10:8');
	expect(document?.keyPlace(['b', 1, 'd'])).toEqual({ file: 'x.yaml', line: 10, column: 5 });
	// What is not there: an empty value at its key, a missing key at what should hold it.
	expect(place('e')).toBe('x.yaml 11:1');
	expect(place('a', 'fr')).toBe('x.yaml 5:1');
	expect(place('nothing', 'at', 'all')).toBe('x.yaml 5:1');
});

test.each([
	['a: b: c', '1:4'],
	['a: [1\nb: 2', '2:1'],
	['a: "x', '1:6'],
	['a: @x', '1:4'],
	['a:\n\t- x', '2:1'],
	['a: !name x', '1:4'],
	['a: *x', '1:4'],
	['a: &x { b: *x }', '1:12'],
	['? [a]\n: x', '1:3'],
	['a: x\n---\nb: y', '2:1'],
])('%j is a fault', (text, place) => {
	const { document, found } = parse(text);
	expect(document).toBeUndefined();
	expect(found).toHaveLength(1);
	expect(found[0]?.split(' ')[0]).toBe(place);
});

test('a key that stands twice is reported, each time, and the rest is read', () => {
	const { document, found } = parse('a: 1\nb: { c: 1, c: 2 }\na: 3\n');
	expect(found).toEqual([
		'2:12 the key c stands here for the second time',
		'3:1 the key a stands here for the second time',
	]);
	expect(document?.value).toEqual({ a: '3', b: { c: '2' } });
});

test('aliases that multiply are refused at once', () => {
	const rows = Array.from('bcdefgh', (name, index) => {
		const before = String.fromCharCode(name.charCodeAt(0) - 1);
		return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}] # ${index}`;
	});
	const { document, found } = parse(['a: &a [x, x, x, x, x, x, x, x, x]', ...rows].join('\n'));
	expect(document).toBeUndefined();
	expect(found).toEqual(['1:1 the document repeats too much through aliases (*name)']);
});

test('characters that no output can hold are dropped from every value, and told', () => {
	const { document, found } = parse(
		'a: "x\\x01y\\uD800"\nb: [p, q\u0007\u0007]\nc: |\n  one\n  tw\u0008o\nd: "\\t\\u4e2d"\n',
	);
	expect(document?.value).toEqual({ a: 'xy', b: ['p', 'q'], c: 'one\ntwo\n', d: '\t中' });
	expect(found).toEqual([
		'1:4 the invisible character U+0001 was dropped',
		'2:9 the invisible character U+0007 was dropped',
		'5:5 the invisible character U+0008 was dropped',
	]);
});

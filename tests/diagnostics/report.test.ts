import { expect, test } from 'vitest';
import { createReport, rules } from '../../scripts/diagnostics/index.ts';

const at = (file: string, line: number, column = 1) => ({ file, line, column });

test('a finding has the severity and the hint of its rule', () => {
	const report = createReport();
	report.add('image-missing', 'no image', at('a.md', 3, 5));
	expect(report.list()).toEqual([
		{
			file: 'a.md',
			line: 3,
			column: 5,
			severity: 'error',
			rule: 'image-missing',
			message: 'no image',
			hint: rules['image-missing'].hint,
		},
	]);
});

test('a nearer hint goes before that of the rule', () => {
	const report = createReport();
	report.add('contributor-unknown', '"li-wie"', at('a.md', 1), 'Did you mean "li-wei"?');
	expect(report.list()[0]?.hint).toBe('Did you mean "li-wei"?');
});

test('findings are sorted by file, line and column, whatever came first', () => {
	const report = createReport();
	for (const place of [at('b.md', 1), at('a.md', 10), at('a.md', 9, 7), at('a.md', 9, 2)]) {
		report.add('link-broken', 'x', place);
	}
	report.add('link-broken', 'x', 'a.md');
	expect(report.list().map((one) => `${one.file}:${one.line}:${one.column}`)).toEqual([
		'a.md:0:0',
		'a.md:9:2',
		'a.md:9:7',
		'a.md:10:1',
		'b.md:1:1',
	]);
});

test('the same is said once, another message or place is another finding', () => {
	const report = createReport();
	for (const message of ['x', 'x', 'y']) report.add('link-broken', message, at('a.md', 1));
	report.add('link-broken', 'x', at('a.md', 2));
	expect(report.list()).toHaveLength(3);
});

test('only an error is an error', () => {
	const report = createReport();
	expect(report.hasErrors()).toBe(false);
	report.add('contributor-unused', 'x', 'a');
	report.add('piece-unlisted', 'x', 'a');
	expect(report.hasErrors()).toBe(false);
	report.add('link-broken', 'x', 'a');
	expect(report.hasErrors()).toBe(true);
});

test('two reports share nothing', () => {
	createReport().add('link-broken', 'x', 'a');
	expect(createReport().list()).toEqual([]);
});

import { expect, test } from 'vitest';
import { BenchUsageError, benchUsage, readBenchArguments } from '../../scripts/bench/arguments.ts';

test('without arguments all tools are measured with the own manuscript', () => {
	expect(readBenchArguments([])).toEqual({
		manuscript: 'manuscript',
		times: [1, 4, 16, 52],
		tools: ['floor', 'cold', 'warm', 'watch', 'preview', 'pagedjs-cli', 'vivliostyle', 'weasyprint'],
		runs: 3,
		edits: 20,
		limit: 300_000,
		peers: new Map(),
	});
});

test('everything can be said', () => {
	const line =
		'--manuscript m --edition en --times 2,1,2 --tools cold,floor --runs 5 --edits 7 --limit 9 --program p --out o.md';
	const peers = ['--peer', 'weasyprint=/opt/w', '--peer', 'pagedjs-cli=a=b'];
	expect(readBenchArguments([...line.split(' '), ...peers])).toEqual({
		manuscript: 'm',
		lang: 'en',
		times: [2, 1],
		tools: ['cold', 'floor'],
		runs: 5,
		edits: 7,
		limit: 9000,
		program: 'p',
		out: 'o.md',
		peers: new Map([
			['weasyprint', '/opt/w'],
			['pagedjs-cli', 'a=b'],
		]),
	});
});

test.each([
	['--times 0', '--times'],
	['--times 1,x', '"x"'],
	['--runs 1.5', '--runs'],
	['--tools cold,word', '"word"'],
	['--peer typst=/opt/t', '--peer'],
	['--peer weasyprint', '--peer'],
	['--none', '--none'],
	['book', 'book'],
])('%s is refused', (line, part) => {
	expect(() => readBenchArguments(line.split(' '))).toThrow(BenchUsageError);
	expect(() => readBenchArguments(line.split(' '))).toThrow(part);
});

test('help is told, and names every option', () => {
	expect(readBenchArguments(['--help'])).toBeUndefined();
	for (const flag of [
		'manuscript',
		'edition',
		'times',
		'tools',
		'peer',
		'runs',
		'edits',
		'limit',
		'program',
		'out',
	])
		expect(benchUsage).toContain(`--${flag} `);
});

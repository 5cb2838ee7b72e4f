import { expect, test } from 'vitest';
import type { BuildFigure } from '../../scripts/bench/builds.ts';
import { buildTable, faultLines, formatTable, growth, liveTable } from '../../scripts/bench/table.ts';

const peak = { bytes: 1_234_567_890, measure: 'PSS' } as const;
const builds: readonly BuildFigure[] = [
	{ tool: 'floor', times: 1, pages: 60, ms: 750, runs: 3 },
	{ tool: 'cold', times: 1, pages: 67, ms: 1005, runs: 3, peak },
	{ tool: 'weasyprint', times: 1, runs: 0, fault: 'it broke off.' },
	{ tool: 'floor', times: 16, pages: 900, ms: 2400, runs: 3 },
	{ tool: 'cold', times: 16, pages: 1000, ms: 9000, runs: 3 },
	{ tool: 'warm', times: 16, pages: 1000, ms: 123_456, runs: 1 },
];

function cells(table: string): readonly (readonly string[])[] {
	return table.split('\n').map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

test('a row tells time, ms per page, the ratio to the floor of the same text, and memory', () => {
	const rows = cells(buildTable(builds));
	expect(rows.slice(2)).toEqual([
		['Chromium alone (floor)', '×1', '60', '750 ms', '12.50', '1.00', '–'],
		['Diglot, cold', '×1', '67', '1.00 s', '15.00', '1.34', '1,235 MB'],
		['weasyprint', '×1', '–', '–', '–', '–', '–'],
		['Chromium alone (floor)', '×16', '900', '2.40 s', '2.67', '1.00', '–'],
		['Diglot, cold', '×16', '1,000', '9.00 s', '9.00', '3.75', '–'],
		['Diglot, new process, one word changed', '×16', '1,000', '123.5 s', '123.46', '51.44', '–'],
	]);
	expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
});

test('without a floor there is no ratio', () => {
	expect(cells(buildTable(builds.slice(1, 2))).at(-1)?.[5]).toBe('–');
});

test('edits are told by their middle and their slow end', () => {
	const edits = [100, 120, 110, 2000];
	const rows = cells(
		liveTable([
			{ measure: 'screen', times: 4, edits, peak },
			{ measure: 'word', times: 4, edits: [], fault: 'the first PDF did not come' },
		]),
	);
	expect(rows[2]?.slice(1)).toEqual(['×4', '115 ms', '1.72 s', '4', '1,235 MB']);
	expect(rows[3]?.slice(1)).toEqual(['×4', '–', '–', '0', '–']);
});

test('growth is that of the cost of a page', () => {
	expect(growth(builds, 'cold', 1, 16)).toBeCloseTo(9 / 15);
	expect(growth(builds, 'weasyprint', 1, 16)).toBeUndefined();
	expect(growth(builds, 'warm', 1, 16)).toBeUndefined();
});

test('what is missing says why, with one full stop', () => {
	expect(faultLines(builds, [{ measure: 'screen', times: 4, edits: [], fault: 'no address' }])).toEqual([
		'weasyprint, ×1: it broke off.',
		'Diglot, preview: a word → page on screen, ×4: no address.',
	]);
});

test('a bar in a cell does not end it', () => {
	expect(formatTable(['a', 'b'], [['x|y', '1']])).toBe('| a | b |\n|---|---:|\n| x\\|y | 1 |');
});

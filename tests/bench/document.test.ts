import { expect, test } from 'vitest';
import type { BuildFigure } from '../../scripts/bench/builds.ts';
import { type Results, writeDocument } from '../../scripts/bench/document.ts';
import type { LiveFigure } from '../../scripts/bench/live.ts';
import { toSeries } from '../../scripts/bench/series.ts';

const builds: readonly BuildFigure[] = [
	{ tool: 'floor', times: 16, pages: 900, ms: 2400, runs: 3, peak: { bytes: 1e8, measure: 'PSS' } },
	{ tool: 'cold', times: 16, pages: 1000, ms: 9000, runs: 3 },
	{ tool: 'cold', times: 52, pages: 3000, ms: 54_000, runs: 1 },
	{ tool: 'weasyprint', times: 16, runs: 0, fault: 'not done after 300 s' },
];
const live: readonly LiveFigure[] = [
	{ measure: 'word', times: 16, edits: [300, 500, 400] },
	{ measure: 'screen', times: 52, edits: [], fault: 'an address did not come' },
];
const results: Results = {
	builds,
	live,
	machine: [['Processor', 'Some, 2 cores']],
	commands: [['cold', 'node scripts/start.mjs build']],
	ownText: false,
	plot: 'benchmarks.svg',
};

test('the document holds machine, tables, growth, faults, plot and commands', () => {
	const text = writeDocument(results);
	for (const part of [
		'not part of this repository',
		'- Processor: Some, 2 cores',
		'| Diglot, cold | ×52 | 3,000 | 54.00 s | 18.00 | – | – |',
		'median of 3 runs',
		'(PSS)',
		'ms per page at ×52 ÷ at ×16: Diglot, cold 2.00.',
		'| Diglot, watching: a word → PDF | ×16 | 400 ms |',
		'- weasyprint, ×16: not done after 300 s.',
		'- Diglot, preview: a word → page on screen, ×52: an address did not come.',
		'](benchmarks.svg)',
		'- Diglot, cold: `node scripts/start.mjs build`',
	]) {
		expect(text).toContain(part);
	}
});

test('what was not measured is not spoken of', () => {
	const text = writeDocument({ ...results, builds: [], live: [], ownText: true });
	for (const part of ['## Whole builds', '## After an edit', 'not measured', 'not part of'])
		expect(text).not.toContain(part);
});

test('the plot has a line for each tool and each kind of edit that has a figure', () => {
	expect(toSeries(builds, live)).toEqual([
		{ name: 'Chromium alone (floor)', points: [{ pages: 900, seconds: 2.4 }] },
		{
			name: 'Diglot, cold',
			points: [
				{ pages: 1000, seconds: 9 },
				{ pages: 3000, seconds: 54 },
			],
		},
		{ name: 'Diglot, watching, one word', points: [{ pages: 1000, seconds: 0.4 }] },
	]);
});

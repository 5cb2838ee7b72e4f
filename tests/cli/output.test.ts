import { expect, test } from 'vitest';
import { printReport, type RunResult } from '../../scripts/cli/output.ts';
import type { Artifact } from '../../scripts/model/index.ts';
import { createReport } from '../support/report.ts';

const pdf: Artifact = {
	name: 'r.zh.pdf',
	edition: 'zh',
	format: 'screen',
	bytes: new Uint8Array(2_000_000),
	time: 1500,
	pages: 67,
	units: 12,
	cached: 11,
	laid: 3,
	parts: 5,
	printed: 1,
};
const epub: Artifact = {
	name: 'r.zh.epub',
	edition: 'zh',
	format: 'epub',
	bytes: new Uint8Array(9),
	time: 20,
};

function print(rest: Partial<RunResult>) {
	const out: string[] = [];
	const err: string[] = [];
	printReport({
		artifacts: [],
		listings: [],
		paths: [],
		report: createReport(),
		timings: { load: 3 },
		json: false,
		stdout: { write: (text) => out.push(text) },
		stderr: { write: (text) => err.push(text) },
		...rest,
	});
	return { out: out.join(''), err: err.join('') };
}

function reported() {
	const report = createReport();
	report.add('link-broken', 'no such piece', { file: 'b.md', line: 4, column: 2 });
	report.add('piece-unlisted', 'not listed', 'a.md', 'List it.');
	return report;
}

test('results go to standard output, findings to standard error', () => {
	const { out, err } = print({
		artifacts: [pdf, epub],
		paths: ['dist/r.zh.pdf', 'dist/r.zh.epub'],
		report: reported(),
	});
	expect(out).toMatch(/dist\/r\.zh\.pdf +67 +2\.0 MB +1\.5 s\n/);
	expect(out).toMatch(/dist\/r\.zh\.epub +0 kB +0\.0 s\n$/);
	expect(err).toMatch(/^a\.md warning piece-unlisted not listed\n {4}List it\.\nb\.md:4:2 error link-broken/);
	expect(err).toMatch(/\n1 error, 1 warning\n$/);
});

test('what goes with the books is told in a line under the table', () => {
	const listings = ['onix.xml', 'SHA256SUMS'].map((name) => ({ name, bytes: new Uint8Array(7) }));
	const paths = ['dist/r.zh.pdf', 'dist/onix.xml', 'dist/SHA256SUMS'];
	const { out } = print({ artifacts: [pdf], listings, paths });
	expect(out.split('\n').slice(-3)).toEqual([
		expect.stringContaining('dist/r.zh.pdf'),
		'with onix.xml, SHA256SUMS',
		'',
	]);
	expect(print({ artifacts: [pdf], listings, paths: [] }).out).not.toContain('onix.xml');
});

test('where nothing was written there is no table', () => {
	expect(print({ report: reported() }).out).toBe('');
	expect(print({})).toEqual({ out: 'no faults\n', err: '' });
	expect(print({ error: 'the browser broke' })).toEqual({ out: '', err: '' });
});

test('--json is one report on standard output and nothing else', () => {
	const { out, err } = print({
		artifacts: [pdf, epub],
		listings: [{ name: 'onix.xml', bytes: new Uint8Array(7) }],
		paths: ['dist/r.zh.pdf', 'dist/r.zh.epub', 'dist/onix.xml'],
		report: reported(),
		json: true,
	});
	expect(err).toBe('');
	expect(JSON.parse(out)).toEqual({
		artifacts: [
			{ path: 'dist/r.zh.pdf', edition: 'zh', format: 'screen', bytes: 2_000_000, pages: 67 },
			{ path: 'dist/r.zh.epub', edition: 'zh', format: 'epub', bytes: 9 },
		],
		listings: [{ path: 'dist/onix.xml', bytes: 7 }],
		diagnostics: [
			{
				file: 'a.md',
				line: 0,
				column: 0,
				severity: 'warning',
				rule: 'piece-unlisted',
				message: 'not listed',
				hint: 'List it.',
			},
			expect.objectContaining({ file: 'b.md', line: 4, column: 2, severity: 'error', rule: 'link-broken' }),
		],
		timings: { load: 3 },
		pagination: { units: 12, cached: 11, pages: 67, laid: 3 },
		printing: { parts: 5, cached: 4 },
	});
});

test('--json of a run that failed names no artifact', () => {
	const { out } = print({ artifacts: [pdf], paths: [], report: reported(), json: true });
	const report = JSON.parse(out);
	expect(report.artifacts).toEqual([]);
	expect(report).not.toHaveProperty('pagination');
	expect(report.diagnostics).toHaveLength(2);
});

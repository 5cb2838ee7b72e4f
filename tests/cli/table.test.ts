import { expect, test } from 'vitest';
import { formatTable } from '../../scripts/cli/table.ts';

test('columns line up, names to the left, figures to the right', () => {
	const rows = [
		{ path: 'dist/report.zh.pdf', pages: 67, bytes: 1_234_567, time: 1840 },
		{ path: 'dist/r.epub', bytes: 640_400, time: 90 },
	];
	expect(formatTable(rows)).toBe(
		[
			'artifact            pages    size   time',
			'dist/report.zh.pdf     67  1.2 MB  1.8 s',
			'dist/r.epub                640 kB  0.1 s',
		].join('\n'),
	);
});

test.each([
	[0, '0 kB'],
	[1499, '1 kB'],
	[999_400, '999 kB'],
	[999_600, '1.0 MB'],
	[1_000_000, '1.0 MB'],
	[45_700_000, '45.7 MB'],
])('%i bytes are %s', (bytes, shown) => {
	expect(formatTable([{ path: 'a', bytes, time: 0 }])).toContain(`  ${shown}  `);
});

test('an empty table is its head', () => {
	expect(formatTable([])).toBe('artifact  pages  size  time');
});

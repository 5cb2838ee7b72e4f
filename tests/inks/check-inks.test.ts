import { expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { checkInks } from '../../scripts/inks/check-inks.ts';
import type { Inks } from '../../scripts/model/index.ts';

function check(inks: Inks | undefined, totalInk: number) {
	const report = createReport();
	const place = { file: 'styles/book.css', line: 3, column: 9 };
	checkInks([{ name: 'deep', screen: [1, 2, 3], ...(inks ? { inks } : {}), place }], totalInk, report.add);
	return report.list();
}

test('more ink than may is an error where it stands', () => {
	expect(check([1, 0.8, 0.8, 0.6], 300)).toMatchObject([
		{ rule: 'print-ink', severity: 'error', file: 'styles/book.css', line: 3, column: 9 },
	]);
});

test.each([
	[[1, 1, 1, 0], 300],
	[[0.7, 0.7, 0.7, 0.9], 300],
	[undefined, 10],
] as const)('%j is no more than %i', (inks, totalInk) => {
	expect(check(inks, totalInk)).toEqual([]);
});

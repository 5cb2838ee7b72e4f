import { expect, test } from 'vitest';
import { record } from '../../scripts/diagnostics/index.ts';
import { createReport } from '../support/report.ts';

test('what was recorded is told again as it was, in order', () => {
	const direct = createReport();
	const later = createReport();
	const said = record();
	for (const report of [direct.add, said.report]) {
		report('link-broken', 'no such piece', { file: 'b.md', line: 4, column: 2 });
		report('unit-overflow', 'too wide', 'a.md', 'Make it smaller.');
	}
	expect(later.list()).toEqual([]);
	said.replay(later.add);
	expect(later.list()).toEqual(direct.list());
	expect(said.findings.map(([rule]) => rule)).toEqual(['link-broken', 'unit-overflow']);
});

import { expect, test } from 'vitest';
import { createReport, type Reporter, record } from '../../scripts/diagnostics/index.ts';

test('what was recorded is said again, as often as asked, as if it had been found there', () => {
	const findings: Parameters<Reporter>[] = [
		['link-broken', 'leads nowhere', { file: 'a.md', line: 3, column: 1 }],
		['note-unused', 'never called', { file: 'a.md', line: 2, column: 1 }, 'Call it.'],
		['file-encoding', 'is no UTF-8', 'b.md'],
	];
	const straight = createReport();
	const recording = record();
	for (const finding of findings) {
		straight.add(...finding);
		recording.report(...finding);
	}
	for (const _ of [1, 2]) {
		const later = createReport();
		recording.replay(later.add);
		expect(later.list()).toEqual(straight.list());
		expect(later.list()).toHaveLength(3);
	}
});

test('of two findings in one place the later hint counts, replayed or not', () => {
	const recording = record();
	const place = { file: 'a.md', line: 1, column: 1 };
	recording.report('link-broken', 'leads nowhere', place, 'first');
	recording.report('link-broken', 'leads nowhere', place, 'second');
	const report = createReport();
	recording.replay(report.add);
	expect(report.list()).toMatchObject([{ hint: 'second' }]);
});

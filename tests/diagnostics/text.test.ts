import { expect, test } from 'vitest';
import {
	type Diagnostic,
	formatDiagnostic,
	type Severity,
	summarize,
} from '../../scripts/diagnostics/index.ts';

const found: Diagnostic = {
	file: 'front/preface.en.md',
	line: 12,
	column: 5,
	severity: 'error',
	rule: 'contributor-unknown',
	message: '"li-wie" is no contributor',
	hint: 'Add the id.',
};

test('place, severity, rule and message stand in one line, the hint below', () => {
	expect(formatDiagnostic(found)).toBe(
		'front/preface.en.md:12:5 error contributor-unknown "li-wie" is no contributor\n    Add the id.',
	);
});

test('a finding of a whole file has no line, one without a hint no second line', () => {
	const { hint: _hint, ...bare } = { ...found, line: 0, column: 0 };
	expect(formatDiagnostic(bare)).toBe(
		'front/preface.en.md error contributor-unknown "li-wie" is no contributor',
	);
});

test.each([
	[[], ''],
	[['info'], ''],
	[['error'], '1 error'],
	[['warning', 'warning'], '2 warnings'],
	[['warning', 'error', 'info', 'error'], '2 errors, 1 warning'],
] as [Severity[], string][])('%j is summed up as "%s"', (severities, summary) => {
	expect(summarize(severities.map((severity) => ({ ...found, severity })))).toBe(summary);
});

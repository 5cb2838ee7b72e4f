import type { Diagnostic } from './report.ts';

/** One finding as people read it: `file:line:column severity rule message`, and the hint below. */
export function formatDiagnostic(found: Diagnostic): string {
	const place = found.line > 0 ? `${found.file}:${found.line}:${found.column}` : found.file;
	const first = `${place} ${found.severity} ${found.rule} ${found.message}`;
	return found.hint ? `${first}\n    ${found.hint}` : first;
}

/** The last line of a report: `2 errors, 1 warning`; empty where there is neither. */
export function summarize(found: readonly Diagnostic[]): string {
	const count = (severity: string, name: string) => {
		const n = found.filter((one) => one.severity === severity).length;
		return n === 0 ? [] : [`${n} ${name}${n === 1 ? '' : 's'}`];
	};
	return [...count('error', 'error'), ...count('warning', 'warning')].join(', ');
}

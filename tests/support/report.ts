import { createReport, type Diagnostic, type Report } from '../../scripts/diagnostics/index.ts';

/** `file:line:column rule`, of every finding. */
export function placesOf(report: Report): readonly string[] {
	return report.list().map((one: Diagnostic) => `${one.file}:${one.line}:${one.column} ${one.rule}`);
}

export { createReport };

import type { Reporter } from './report.ts';

/** What a reporter was told, to be told again. */
export type Finding = Parameters<Reporter>;

/** Takes findings and keeps them. */
export interface Recorder {
	readonly report: Reporter;
	/** In the order they came. */
	readonly findings: readonly Finding[];
	/** Tells another reporter all of them. */
	readonly replay: (to: Reporter) => void;
}

export function record(): Recorder {
	const findings: Finding[] = [];
	return {
		report: (...finding) => void findings.push(finding),
		findings,
		replay: (to) => replay(findings, to),
	};
}

export function replay(findings: readonly Finding[], to: Reporter): void {
	for (const finding of findings) to(...finding);
}

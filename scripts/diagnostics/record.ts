import type { Reporter } from './report.ts';

/** Findings that are kept, so that they can be said again in a later build. */
export interface Recording {
	/** Takes a finding and keeps it. */
	readonly report: Reporter;
	/** Says everything that was kept, in the same order. */
	readonly replay: (to: Reporter) => void;
}

/** Keeps the findings of one piece of work: who recalls its result later reports them with it. */
export function record(): Recording {
	const kept: Parameters<Reporter>[] = [];
	return {
		report: (...finding) => void kept.push(finding),
		replay: (to) => {
			for (const finding of kept) to(...finding);
		},
	};
}

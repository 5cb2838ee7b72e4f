import type { Place } from '../model/index.ts';
import { type RuleId, rules, type Severity } from './rules.ts';

/** A finding as `--json` prints it. Line and column count from 1; 0 means the file as a whole. */
export interface Diagnostic {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly severity: Severity;
	readonly rule: RuleId;
	readonly message: string;
	readonly hint?: string;
}

/** Takes one finding. `hint` replaces the rule's own. */
export type Reporter = (rule: RuleId, message: string, place: Place | string, hint?: string) => void;

/** The findings of one run. */
export interface Report {
	readonly add: Reporter;
	/** Sorted by file, line and column; each said once. */
	readonly list: () => readonly Diagnostic[];
	readonly hasErrors: () => boolean;
}

export function createReport(): Report {
	const found = new Map<string, Diagnostic>();
	const add: Reporter = (rule, message, place, hint) => {
		const at = typeof place === 'string' ? { file: place, line: 0, column: 0 } : place;
		const { severity, hint: usual } = rules[rule];
		const diagnostic: Diagnostic = {
			file: at.file,
			line: at.line,
			column: at.column,
			severity,
			rule,
			message,
			hint: hint ?? usual,
		};
		found.set([at.file, at.line, at.column, rule, message].join('\0'), diagnostic);
	};
	return {
		add,
		list: () => [...found.values()].sort(byPlace),
		hasErrors: () => [...found.values()].some((one) => one.severity === 'error'),
	};
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column;
}

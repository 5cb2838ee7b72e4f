import type { Rule } from './rules.ts';

/** Rules on a text and its translation: how they are paired, which is older, and where they differ. */
export const translationRules = {
	// A proof of what changed since a revision
	'redline-unchanged': {
		severity: 'info',
		hint: 'The proof shows the text as it is; name an older revision with --changes-since to see more.',
	},
	'redline-removed': {
		severity: 'info',
		hint: 'A proof shows what is in the book now; read the removed text at that revision.',
	},
	'redline-unreadable': {
		severity: 'error',
		hint: 'Name a later revision with --changes-since: one in which book.yaml is sound.',
	},
} as const satisfies Record<string, Rule>;

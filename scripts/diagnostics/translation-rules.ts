import { fidelityRules } from './fidelity-rules.ts';
import type { Rule } from './rules.ts';

/** Rules on a text and its translation: how they are paired, which is older, and where they differ. */
export const translationRules = {
	'translation-lock': {
		severity: 'error',
		hint: 'Restore the file from the history of the manuscript, or delete it and record all translations anew.',
	},
	'translation-stale': {
		severity: 'warning',
		hint: 'Mend the translation, then record with "diglot translations accept" that it is right again.',
	},
	'translation-new': {
		severity: 'info',
		hint: 'Record with "diglot translations accept" that the translations are right; changes of their source are told from then on.',
	},
	'alignment-missing': {
		severity: 'warning',
		hint: 'Translate it here; where it stands elsewhere in the translation, write the same {#name} at the end of both.',
	},
	'alignment-extra': {
		severity: 'warning',
		hint: 'Join it to what it belongs to, remove it, or add it to the source; {#name} at the end of both pairs what belongs together.',
	},
	'alignment-kind': {
		severity: 'warning',
		hint: 'Write it as the source does, or change the source.',
	},
	'anchor-duplicate': {
		severity: 'warning',
		hint: 'Give each place of a file a name of its own; links lead to the first.',
	},
	'anchor-unpaired': {
		severity: 'warning',
		hint: 'Write the same {#name} at the end of the block that answers to it, or remove it.',
	},
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
	...fidelityRules,
} as const satisfies Record<string, Rule>;

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
} as const satisfies Record<string, Rule>;

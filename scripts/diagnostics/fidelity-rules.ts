import type { Rule } from './rules.ts';

/** Rules on what a translation says otherwise than its source, and on the punctuation of each. */
export const fidelityRules = {
	// What one says and the other does not
	'translation-number': {
		severity: 'warning',
		hint: 'Correct the number, or write it as plainly as the other text does.',
	},
	'translation-date': { severity: 'warning', hint: 'Correct the date, or name it in both texts.' },
	'translation-unit': {
		severity: 'warning',
		hint: 'Give the number in the same unit, or convert it.',
	},
	'translation-link': { severity: 'warning', hint: 'Set the link in both texts, or in neither.' },
	'translation-image': { severity: 'warning', hint: 'Show the image in both texts, or in neither.' },
	'translation-note': { severity: 'warning', hint: 'Call the note in both texts, at the same thought.' },
	'translation-name': {
		severity: 'warning',
		hint: 'Write the name as contributors.yaml has it, or correct it there.',
	},
	'translation-term': {
		severity: 'warning',
		hint: 'Use the term of terms.yaml, or add this one there under allowed.',
	},
	'translation-length': {
		severity: 'warning',
		hint: 'Look whether something is missing or was added.',
	},
	'terms-duplicate': { severity: 'warning', hint: 'Keep one entry; the first counts.' },
	// One text by itself
	'punctuation-chinese': {
		severity: 'warning',
		hint: 'Chinese text takes full-width punctuation and curly quotation marks (GB/T 15834).',
	},
	'punctuation-latin': {
		severity: 'warning',
		hint: 'Use the punctuation of this language; full-width marks belong to Chinese.',
	},
} as const satisfies Record<string, Rule>;

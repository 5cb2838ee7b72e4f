import { translationRules } from './translation-rules.ts';

const isCheck = /^(?:alignment|translation|punctuation)-/;

/** The checks that an editor may switch off, by the names of their rules. */
export const checkNames: readonly string[] = Object.entries(translationRules)
	.filter(([name, { severity }]) => severity === 'warning' && isCheck.test(name))
	.map(([name]) => name);

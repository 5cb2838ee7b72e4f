import type { Rule } from './rules.ts';

/** Rules on a text and its translation: how they are paired, which is older, and where they differ. */
export const translationRules = {} as const satisfies Record<string, Rule>;

import type { Parallel } from '../model/index.ts';
import { pageRules, writeRule } from './page-rules.ts';

/** What stands between two columns, in mm: about two Han characters. */
export const columnGap = 7;

/**
 * The page rules for a text that fills one of two columns: a page whose text block is as wide as the column. Any other
 * unit has the rules as they are.
 */
export function columnRules(css: string, parallel: Parallel | undefined): string {
	if (parallel?.place !== 'first-column' && parallel?.place !== 'second-column') return css;
	const { trim, margins } = pageRules(css, { gutter: 0 });
	const block = trim.width - margins.inner - margins.outer;
	const outer = margins.outer + (block + columnGap) / 2;
	return `${css}\n${writeRule(trim, { ...margins, outer })}\n`;
}

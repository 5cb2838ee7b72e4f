import type { PressChoices } from '../../model/index.ts';

/** The widest spine that a book can be bound with, in mm: what is wider is a mistake in the paper's thickness. */
export const widestSpine = 60;

/** From which width on a spine has text, in mm. Printers ask for 5 mm (GB/T 11668) to a quarter of an inch. */
export const leastSpineWithText = 6;

/** What stays free on each side of the text of a spine, in mm: so far a cover may shift when it is folded. */
export const spineClearance = 1;

/** Size of the largest letters on a spine, in mm. */
const largestTitle = 7;

/** Height of a line of the sans with all its accents and descenders, in its size. */
const lineHeight = 1.25;

/** Thickness of the bound book, in mm, to a thousandth: its leaves, and what the cover adds. */
export function spineWidth(pages: number, { paper, cover }: Pick<PressChoices, 'paper' | 'cover'>): number {
	return Math.round((Math.ceil(pages / 2) * paper.caliper + cover.boards) * 1000) / 1000;
}

/** Size of the title on a spine, in mm; nothing where the spine stays without text. */
export function spineTitleSize(width: number, wish: 'auto' | 'none'): number | undefined {
	if (wish === 'none' || width < leastSpineWithText) return undefined;
	return Math.min(largestTitle, (width - 2 * spineClearance) / lineHeight);
}

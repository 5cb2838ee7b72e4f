import type { Heading, TocEntry } from '../model/index.ts';

/** The level of the first headings in a piece: its title is above them. */
const topLevel = 2;

/**
 * The headings in a piece as entries of the contents, nested as they are in the text.
 * @param levels how many levels are listed; a deeper heading is left out
 */
export function innerEntries(
	unit: string,
	headings: readonly Heading[],
	levels: number,
): readonly TocEntry[] {
	const listed = headings.filter(({ level, title }) => level < topLevel + levels && title.text.trim() !== '');
	return nest(unit, listed);
}

function nest(unit: string, headings: readonly Heading[]): readonly TocEntry[] {
	const entries: TocEntry[] = [];
	for (let start = 0; start < headings.length; ) {
		const first = headings[start];
		if (!first) break;
		let end = start + 1;
		while (end < headings.length && (headings[end]?.level ?? 0) > first.level) end += 1;
		const children = nest(unit, headings.slice(start + 1, end));
		const { id, title, other } = first;
		entries.push({ id, unit, title, ...(other ? { other: { ...other, unit } } : {}), children });
		start = end;
	}
	return entries;
}

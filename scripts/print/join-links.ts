import type { Annotation } from './part.ts';

/** How far apart, in pt, the words of one link stand on a line at most. */
const gap = 4;
/** How far, in pt, the edges of boxes on one line may differ. */
const slack = 1;

/**
 * The browser makes a link for each box that a text lies in, and words that keep together are boxes: on a line they
 * become one link again.
 * @returns the links, and the index that each had before with that of the link that it is in now
 */
export function joinLinks(links: readonly Annotation[]): {
	readonly links: readonly Annotation[];
	readonly places: readonly number[];
} {
	const joined: Annotation[] = [];
	const places = links.map((link) => {
		const last = joined.at(-1);
		if (!last || !goesOn(last, link)) return joined.push(link) - 1;
		const [[left, lower, , upper], [, itsLower, right, itsUpper]] = [last.rect, link.rect];
		const rect = [left, Math.min(lower, itsLower), right, Math.max(upper, itsUpper)] as const;
		joined[joined.length - 1] = { ...last, rect };
		return joined.length - 1;
	});
	return { links: joined, places };
}

function goesOn(last: Annotation, next: Annotation): boolean {
	const sameGoal =
		last.target === next.target &&
		last.address === next.address &&
		last.name === next.name &&
		last.name !== '';
	const [, lower, right, upper] = last.rect;
	const [left, itsLower, itsRight, itsUpper] = next.rect;
	const sameLine = Math.abs(lower - itsLower) < slack && Math.abs(upper - itsUpper) < slack;
	return sameGoal && sameLine && left - right < gap && left >= right - slack && itsRight > right;
}

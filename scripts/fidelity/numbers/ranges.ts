import type { Found } from './readings.ts';

/** The year that a range such as 2022–23 ends with. */
export function shortYears({ text, start }: Found, given: string): readonly number[] {
	if (!/^\d\d$/.test(given)) return [];
	const before = /(?<!\d)(\d\d)\d\d[—–\-/至]$/.exec(text.slice(Math.max(0, start - 6), start));
	return before ? [Number(`${before[1]}${given}`)] : [];
}

/**
 * What the lower end of a range is worth where its rank stands behind the upper one: 10–15 trillion. `rankOf` reads the
 * rank that begins a text.
 */
export function rangeValues(
	{ text, end }: Found,
	value: number,
	rankOf: (after: string) => number | undefined,
): readonly number[] {
	const upper = /^\s?(?:–|—|-|~|～|至|到|to|and|or)\s?(?:[A-Z]{0,2}\$|[€£¥￥])?\d+(?:\.\d+)?/.exec(
		text.slice(end, end + 16),
	);
	const rank = upper && rankOf(text.slice(end + upper[0].length, end + upper[0].length + 12));
	return rank ? [value * rank] : [];
}

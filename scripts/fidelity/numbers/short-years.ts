import type { Found } from './readings.ts';

/** The year that a range such as 2022–23 ends with. */
export function shortYears({ text, start }: Found, given: string): readonly number[] {
	if (!/^\d\d$/.test(given)) return [];
	const before = /(?<!\d)(\d\d)\d\d[—–\-/至]$/.exec(text.slice(Math.max(0, start - 6), start));
	return before ? [Number(`${before[1]}${given}`)] : [];
}

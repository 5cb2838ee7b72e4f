import type { Lang } from '../model/index.ts';

/** A date of book.yaml as its first moment, UTC; a moment stays itself. */
export function toMoment(date: string): Date {
	return new Date(date);
}

/** A date of book.yaml as people read it: `2024年1月`, `January 2024`. */
export function formatDate(date: string, lang: Lang): string {
	const parts = date.split('-').length;
	const options: Intl.DateTimeFormatOptions = {
		timeZone: 'UTC',
		year: 'numeric',
		...(parts > 1 ? { month: 'long' } : {}),
		...(parts > 2 ? { day: 'numeric' } : {}),
	};
	return new Intl.DateTimeFormat(lang, options).format(toMoment(date));
}

import type { Lang } from '../model/index.ts';

/** A date of book.yaml as its first moment, UTC. */
export function toMoment(date: string): Date {
	const [year = '1970', month = '01', day = '01'] = date.split('-');
	return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
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

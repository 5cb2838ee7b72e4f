import type { Lang } from '../model/index.ts';

/** The first part of a language tag: `zh` of `zh-Hant`. */
export function primaryOf(lang: Lang): string {
	return lang.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** Tells languages that are written in Latin letters; each is looked up once, for it is asked for every text of a book. */
export function createIsLatin(): (lang: Lang) => boolean {
	const known = new Map<Lang, boolean>();
	return (lang) => {
		const isLatin = known.get(lang) ?? new Intl.Locale(lang).maximize().script === 'Latn';
		known.set(lang, isLatin);
		return isLatin;
	};
}

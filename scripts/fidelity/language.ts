import type { Lang } from '../model/index.ts';

/** The first part of a language tag: `zh` of `zh-Hant`. */
export function primaryOf(lang: Lang): string {
	return lang.split('-', 1)[0]?.toLowerCase() ?? '';
}

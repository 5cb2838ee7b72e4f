import { iso6392 } from 'iso-639-2';
import type { Lang } from '../../model/index.ts';

/** Chinese languages that ONIX takes from ISO 639-3, for ISO 639-2 lacks them (List 74, ONIX local codes). */
const local: readonly string[] = ['cmn', 'wuu', 'yue'];

/** ISO 639-2/B code of a BCP 47 tag, such as `chi` for `zh-Hant` (ONIX List 74); `und` where there is none. */
export function languageCode(lang: Lang): string {
	const { language } = new Intl.Locale(lang);
	if (local.includes(language)) return language;
	const known = iso6392.find(
		(one) => one.iso6391 === language || (one.iso6392T ?? one.iso6392B) === language,
	);
	return known?.iso6392B ?? 'und';
}

/** ISO 15924 code of the script, as the tag says it or as the language is usually written (ONIX List 121). */
export function scriptCode(lang: Lang): string | undefined {
	return new Intl.Locale(lang).maximize().script;
}

import type { Lang } from '../../model/index.ts';
import { plain } from '../plain.ts';

/** A text, or the same by language where there are several (Readium Web Publication Manifest, language maps). */
export type LanguageMap = string | Readonly<Record<Lang, string>>;

export function languageMap(
	text: string,
	lang: Lang,
	others: readonly { readonly lang: Lang; readonly name: string }[],
): LanguageMap {
	if (others.length === 0) return plain(text);
	return Object.fromEntries([[lang, plain(text)], ...others.map((other) => [other.lang, plain(other.name)])]);
}

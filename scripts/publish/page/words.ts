import type { Edition, Lang } from '../../model/index.ts';
import { plain } from '../plain.ts';

/** Words in the main language of an edition and, where it has two, in the second, as `release-words.liquid` takes them. */
export interface Words {
	readonly text: string;
	/** Missing where there is no second language, or it says the same. */
	readonly other?: { readonly text: string; readonly lang: Lang; readonly between: string };
}

/**
 * Sets a text and its translation side by side; both not yet escaped.
 * @param lang language of the translation
 */
export function besides(
	text: string,
	translation: string | undefined,
	lang: Lang | undefined,
	{ labels }: Pick<Edition, 'labels'>,
): Words {
	const own = plain(text);
	const other = plain(translation ?? '');
	if (lang === undefined || other === '' || other === own) return { text: own };
	return { text: own, other: { text: other, lang, between: labels['between-languages'] ?? ' ' } };
}

/** All labels of an edition by their keys. */
export function wordsOf(edition: Edition): Readonly<Record<string, Words>> {
	const { labels, otherLabels = {}, languages } = edition;
	return Object.fromEntries(
		Object.entries(labels).map(([key, text]) => [
			key,
			besides(text, otherLabels[key], languages[1], edition),
		]),
	);
}

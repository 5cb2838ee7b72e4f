import { didYouMean, RequestError } from './diagnostics/index.ts';
import type { BookConfig, EditionChoice, EditionId, Lang } from './model/index.ts';

/**
 * The editions that are asked for by name; all of them where none is.
 * @throws RequestError where book.yaml has no such edition
 */
export function chooseEditions(
	{ editions }: Pick<BookConfig, 'editions'>,
	ids: readonly EditionId[] | undefined,
): readonly EditionChoice[] {
	if (!ids) return editions;
	return ids.map((id) => {
		const choice = editions.find((edition) => edition.id === id);
		if (choice) return choice;
		const known = editions.map((edition) => edition.id);
		const meant = didYouMean(id, known) ?? `It has ${known.join(', ')}.`;
		throw new RequestError(`The book has no edition "${id}". ${meant}`);
	});
}

/** The languages of some editions, in the order of the book. */
export function languagesOf(
	editions: readonly EditionChoice[],
	{ languages }: Pick<BookConfig, 'languages'>,
): readonly Lang[] {
	const used = new Set(editions.flatMap((edition): readonly Lang[] => edition.languages));
	return languages.filter((lang) => used.has(lang));
}

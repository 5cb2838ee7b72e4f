import type { Reporter } from '../diagnostics/index.ts';
import type { BookConfig, Localized, LocalText } from '../model/index.ts';
import { cleanSource } from './xml-characters.ts';

/**
 * What is only said of the book, and set nowhere in it, without characters that XML forbids. Each is reported, by its
 * file alone where a text has no place.
 */
export function cleanConfig(config: BookConfig, report: Reporter): BookConfig {
	const { description, subjects, series, review } = config;
	const texts = (all: Localized<LocalText>) =>
		mapValues(all, ({ text, lang, place }) => {
			const clean = cleanSource(text, report, place.file, place.line, place.column);
			return { text: clean, lang, place };
		});
	const plain = (text: string) => cleanPlain(text, 'book.yaml', report);
	return {
		...config,
		...(description && { description: texts(description) }),
		...(subjects && { subjects: mapValues(subjects, (all) => all.map(plain)) }),
		...(series && { series: { ...series, title: texts(series.title) } }),
		...(review && {
			review: {
				...review,
				by: texts(review.by),
				...(review.credential && { credential: plain(review.credential) }),
			},
		}),
	};
}

/** The same for keys by which people are sorted. */
export function cleanSortKeys(keys: Localized<string>, report: Reporter): Localized<string> {
	return mapValues(keys, (key) => cleanPlain(key, 'contributors.yaml', report));
}

function cleanPlain(text: string, file: string, report: Reporter): string {
	return cleanSource(text, (rule, message) => report(rule, message, file), file);
}

function mapValues<T>(values: Localized<T>, change: (value: T) => T): Localized<T> {
	return Object.fromEntries(Object.entries(values).map(([lang, value]) => [lang, change(value)]));
}

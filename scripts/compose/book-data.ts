import type { Book, Inline, Lang, Localized } from '../model/index.ts';
import { formatDate } from './dates.ts';
import { plainInline } from './inline.ts';
import type { TemplateData } from './template-data.ts';

/** The record `book` that every template may use. */
export function bookData(book: Book, lang: Lang, labels: Readonly<Record<string, string>>): TemplateData {
	return {
		title: book.title[lang],
		subtitle: book.subtitle?.[lang],
		other_titles: others(book.title, lang),
		other_subtitles: book.subtitle ? others(book.subtitle, lang) : [],
		publishers: book.publishers.flatMap((publisher) => publisher[lang] ?? []),
		date: formatDate(book.config.date, lang),
		rights: book.rights?.[lang],
		disclaimer: book.disclaimer?.[lang] ?? [],
		short_disclaimer: book.shortDisclaimer?.[lang] ?? plainInline(labels['short-disclaimer'] ?? '', lang),
	};
}

/** The same text in the other languages, each once: a translation that is missing only repeats another. */
function others(text: Localized<Inline>, lang: Lang): readonly Inline[] {
	return Object.entries(text)
		.filter(([language, inline]) => language !== lang && inline.lang === language)
		.map(([, inline]) => inline);
}

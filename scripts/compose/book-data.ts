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

/**
 * The same record in the second language of an edition in two, which is shown beside that of the first: what only
 * repeats the first, or stands in for a translation, is left out.
 */
export function secondBookData(
	book: Book,
	[first, second]: readonly [Lang, Lang],
	labels: Readonly<Record<string, string>>,
): TemplateData {
	const { title, subtitle, rights } = book;
	const shown = (text: Localized<Inline> | undefined) => secondText(text, [first, second]);
	return {
		...bookData(book, second, labels),
		title: shown(title),
		subtitle: shown(subtitle),
		publishers: book.publishers.flatMap((publisher) => shown(publisher) ?? []),
		rights: shown(rights),
	};
}

/** A text in the second language of two, where it is one and not the same as in the first. */
export function secondText(
	text: Localized<Inline> | undefined,
	[first, second]: readonly [Lang, Lang],
): Inline | undefined {
	const line = text?.[second];
	return line?.lang === second && line.text !== text?.[first]?.text ? line : undefined;
}

/** The same text in the other languages, each once: a translation that is missing only repeats another. */
function others(text: Localized<Inline>, lang: Lang): readonly Inline[] {
	return Object.entries(text)
		.filter(([language, inline]) => language !== lang && inline.lang === language)
		.map(([, inline]) => inline);
}

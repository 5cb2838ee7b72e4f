import { v5 } from 'uuid';
import type {
	Book,
	BookConfig,
	Creator,
	Inline,
	Lang,
	Localized,
	Metadata,
	Name,
	OtherTitle,
	Person,
	PiecePath,
	Review,
	SeriesPlace,
	TranslatedText,
} from '../model/index.ts';
import { toMoment } from './dates.ts';
import { type SortKeys, sortKey } from './sort-key.ts';

/** Name space of the books of Diglot: a version 5 UUID needs one, and it must never change (RFC 9562, 5.5). */
const nameSpace = v5('diglot', v5.URL);

export interface MetadataOptions {
	readonly book: Book;
	readonly edition: string;
	/** The main language. */
	readonly lang: Lang;
	/** The second language of an edition in two. */
	readonly other?: Lang;
	/** Pieces of this edition, in order. */
	readonly pieces: readonly PiecePath[];
	readonly sortKeys: SortKeys;
	/** From SOURCE_DATE_EPOCH; without it stands `modified` of book.yaml, without that its `date`. */
	readonly modified?: Date;
}

/** What the outputs say of themselves. Creators come in the order in which they first sign a piece. */
export function describe({
	book,
	edition,
	lang,
	other,
	pieces,
	sortKeys,
	modified,
}: MetadataOptions): Metadata {
	const { config } = book;
	const texts: Texts = {
		title: book.title,
		subtitle: book.subtitle,
		description: config.description,
		rights: book.rights,
		series: config.series?.title,
		review: config.review?.by,
	};
	return {
		title: textOf(book.title, lang) ?? config.slug,
		...optional('subtitle', textOf(book.subtitle, lang)),
		...optional('description', textOf(config.description, lang)),
		...optional('rights', textOf(book.rights, lang)),
		otherTitles: otherTitles(book, lang),
		...optional('second', secondTexts(book, other)),
		...optional('standIns', standIns(texts, lang)),
		subjects: subjectsIn(config, lang),
		subjectCodes: config.subjectCodes,
		publishers: book.publishers
			.map((publisher) => nameOf(publisher, lang, ''))
			.filter(({ name }) => name !== ''),
		...optional('series', series(config, lang)),
		...optional('review', review(config, lang)),
		...optional('website', config.website),
		creators: signers(book, other === undefined ? [lang] : [lang, other], pieces).map((person) =>
			creator(person, { lang, sortKeys, ...optional('other', other) }),
		),
		date: config.date,
		modified: modified ?? toMoment(config.modified ?? config.date),
		isbns: config.isbns[edition] ?? {},
		identifier: `urn:uuid:${v5(`${config.slug}/${edition}/${lang}`, nameSpace)}`,
	};
}

/** Everyone who signs a piece in one of the languages, each once. */
export function signers(
	book: Book,
	languages: readonly Lang[],
	pieces: readonly PiecePath[],
): readonly Person[] {
	const ids = pieces.flatMap((path) =>
		languages.flatMap((lang) => book.pieces.get(path)?.[lang]?.authors ?? []),
	);
	return [...new Set(ids)].flatMap((id) => book.contributors.get(id) ?? []);
}

function creator(
	person: Person,
	{ lang, other, sortKeys }: Pick<MetadataOptions, 'lang' | 'other' | 'sortKeys'>,
): Creator {
	return {
		...nameOf(person.name, lang, person.id),
		kind: person.kind,
		fileAs: sortKey(person, lang, sortKeys),
		role: person.role,
		...optional('orcid', person.orcid),
		...optional('affiliation', textOf(person.affiliation, lang)),
		...optional('biography', textOf(person.bio, lang)),
		...optional('secondBiography', ownText(person.bio, other)),
	};
}

function secondTexts({ config, rights }: Book, lang: Lang | undefined): Metadata['second'] {
	if (lang === undefined) return undefined;
	return {
		lang,
		...optional('description', ownText(config.description, lang)),
		...optional('rights', ownText(rights, lang)),
		subjects: subjectsIn(config, lang),
		...optional('reviewer', ownText(config.review?.by, lang)),
	};
}

function subjectsIn({ subjects }: BookConfig, lang: Lang): readonly string[] {
	return (subjects?.[lang] ?? []).filter((subject) => subject.trim() !== '');
}

/** A text in a language; nothing where another one stands in for it. */
function ownText(texts: Localized<Text> | undefined, lang: Lang | undefined): string | undefined {
	return lang !== undefined && texts?.[lang]?.lang === lang ? textOf(texts, lang) : undefined;
}

/** Title and subtitle in the other languages, each only where it was given and differs from the one that is shown. */
function otherTitles({ title, subtitle }: Book, lang: Lang): readonly OtherTitle[] {
	const belows = othersOf(subtitle, lang);
	return othersOf(title, lang).map((other) => ({
		lang: other.lang,
		title: other.text,
		...optional('subtitle', belows.find((below) => below.lang === other.lang)?.text),
	}));
}

function series({ series: given }: BookConfig, lang: Lang): SeriesPlace | undefined {
	const title = textOf(given?.title, lang);
	if (given === undefined || title === undefined) return undefined;
	const others = othersOf(given.title, lang).map(({ lang: other, text }) => ({ lang: other, name: text }));
	return {
		title,
		...optional('others', others.length > 0 ? others : undefined),
		...optional('number', given.number),
		...optional('issn', given.issn),
	};
}

function review({ review: given }: BookConfig, lang: Lang): Review | undefined {
	const by = textOf(given?.by, lang);
	return given === undefined || by === undefined ? undefined : { ...given, by };
}

function nameOf(names: Localized<Inline>, lang: Lang, standIn: string): Name {
	const name = names[lang];
	const others = othersOf(names, lang).map(({ lang: other, text }) => ({ lang: other, name: text }));
	return { name: textOf(names, lang) ?? standIn, lang: name?.lang ?? lang, others };
}

interface Text {
	readonly lang: Lang;
	readonly text: string;
}

type Texts = Readonly<Record<TranslatedText, Localized<Text> | undefined>>;

/**
 * A text in the other languages of the book. One that stands in for a missing translation is in another language than
 * its key says and tells nothing new, nor does one that is written the same.
 */
function othersOf(texts: Localized<Text> | undefined, lang: Lang): readonly Text[] {
	const shown = texts?.[lang];
	return Object.entries(texts ?? {}).flatMap(([other, text]) => {
		const isOwn = other !== lang && text.lang === other;
		const isNew = other !== shown?.lang && text.text !== shown?.text && text.text.trim() !== '';
		return isOwn && isNew ? [{ lang: other, text: text.text }] : [];
	});
}

function standIns(texts: Texts, lang: Lang): Metadata['standIns'] {
	const found = Object.entries(texts).flatMap(([key, text]) => {
		const shown = text?.[lang];
		return shown === undefined || shown.lang === lang ? [] : [[key, shown.lang]];
	});
	return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Nothing too where a text had no character that can be shown. */
function textOf(value: Localized<Text> | undefined, lang: Lang): string | undefined {
	return value?.[lang]?.text.trim() ? value[lang]?.text : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
	return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

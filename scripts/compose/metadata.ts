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
} from '../model/index.ts';
import { toMoment } from './dates.ts';
import { type SortKeys, sortKey } from './sort-key.ts';

/** Name space of the books of Diglot: a version 5 UUID needs one, and it must never change (RFC 9562, 5.5). */
const nameSpace = v5('diglot', v5.URL);

export interface MetadataOptions {
	readonly book: Book;
	readonly edition: string;
	readonly lang: Lang;
	/** Pieces of this edition, in order. */
	readonly pieces: readonly PiecePath[];
	readonly sortKeys: SortKeys;
	/** From SOURCE_DATE_EPOCH; without it the date of book.yaml stands. */
	readonly modified?: Date;
}

/** What the outputs say of themselves. Creators come in the order in which they first sign a piece. */
export function describe({ book, edition, lang, pieces, sortKeys, modified }: MetadataOptions): Metadata {
	const { config } = book;
	return {
		title: textOf(book.title, lang) ?? config.slug,
		...optional('subtitle', textOf(book.subtitle, lang)),
		...optional('description', config.description?.[lang]?.text),
		...optional('rights', textOf(book.rights, lang)),
		otherTitles: otherTitles(book, lang),
		subjects: config.subjects?.[lang] ?? [],
		subjectCodes: config.subjectCodes,
		publishers: book.publishers.map((publisher) => nameOf(publisher, lang, '')),
		...optional('series', series(config, lang)),
		...optional('review', review(config, lang)),
		...optional('website', config.website),
		creators: signers(book, lang, pieces).map((person) => creator(person, lang, sortKeys)),
		date: config.date,
		modified: modified ?? toMoment(config.modified ?? config.date),
		isbns: config.isbns[lang] ?? {},
		identifier: `urn:uuid:${v5(`${config.slug}/${edition}/${lang}`, nameSpace)}`,
	};
}

/** Everyone who signs a piece of the edition, each once. */
export function signers(book: Book, lang: Lang, pieces: readonly PiecePath[]): readonly Person[] {
	const ids = pieces.flatMap((path) => book.pieces.get(path)?.[lang]?.authors ?? []);
	return [...new Set(ids)].flatMap((id) => book.contributors.get(id) ?? []);
}

function creator(person: Person, lang: Lang, sortKeys: SortKeys): Creator {
	return {
		...nameOf(person.name, lang, person.id),
		kind: person.kind,
		fileAs: sortKey(person, lang, sortKeys),
		role: person.role,
		...optional('orcid', person.orcid),
		...optional('affiliation', textOf(person.affiliation, lang)),
		...optional('biography', textOf(person.bio, lang)),
	};
}

/** A text that stands in for a missing one is in another language than its place says, and names nothing new. */
function otherTitles({ title, subtitle }: Book, lang: Lang): readonly OtherTitle[] {
	return Object.entries(title)
		.filter(([other, { lang: own }]) => other !== lang && other === own)
		.map(([other, { text }]) => {
			const below = subtitle?.[other];
			return {
				lang: other,
				title: text,
				...optional('subtitle', below?.lang === other ? below.text : undefined),
			};
		});
}

function series({ series: given }: BookConfig, lang: Lang): Metadata['series'] {
	const title = given?.title[lang]?.text;
	if (given === undefined || title === undefined) return undefined;
	return { title, ...optional('number', given.number), ...optional('issn', given.issn) };
}

function review({ review: given }: BookConfig, lang: Lang): Review | undefined {
	const by = given?.by[lang]?.text;
	return given === undefined || by === undefined ? undefined : { ...given, by };
}

function nameOf(names: Localized<Inline>, lang: Lang, standIn: string): Name {
	const name = names[lang];
	const others = Object.entries(names)
		.filter(([other, { lang: own, text }]) => other !== lang && other === own && text !== name?.text)
		.map(([other, { text }]) => ({ lang: other, name: text }));
	return { name: name?.text ?? standIn, lang: name?.lang ?? lang, others };
}

function textOf(value: Localized<Inline> | undefined, lang: Lang): string | undefined {
	return value?.[lang]?.text;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
	return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

import { v5 } from 'uuid';
import type { Book, Creator, Inline, Lang, Localized, Metadata, Person, PiecePath } from '../model/index.ts';
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
		subjects: config.subjects?.[lang] ?? [],
		publishers: book.publishers.flatMap((publisher) => textOf(publisher, lang) ?? []),
		creators: signers(book, lang, pieces).map((person) => creator(person, lang, sortKeys)),
		date: config.date,
		modified: modified ?? toMoment(config.date),
		identifier: `urn:uuid:${v5(`${config.slug}/${edition}/${lang}`, nameSpace)}`,
	};
}

/** Everyone who signs a piece of the edition, each once. */
export function signers(book: Book, lang: Lang, pieces: readonly PiecePath[]): readonly Person[] {
	const ids = pieces.flatMap((path) => book.pieces.get(path)?.[lang]?.authors ?? []);
	return [...new Set(ids)].flatMap((id) => book.contributors.get(id) ?? []);
}

function creator(person: Person, lang: Lang, sortKeys: SortKeys): Creator {
	const name = person.name[lang];
	return {
		name: name?.text ?? person.id,
		lang: name?.lang ?? lang,
		fileAs: sortKey(person, lang, sortKeys),
		role: person.role,
		...optional('orcid', person.orcid),
	};
}

function textOf(value: Localized<Inline> | undefined, lang: Lang): string | undefined {
	return value?.[lang]?.text;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
	return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

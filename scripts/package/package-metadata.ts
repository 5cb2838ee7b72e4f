import type { Edition, Lang, Metadata, Name, SubjectCodes } from '../model/index.ts';
import { type NamedPerson, namedPeople } from './people.ts';

/** A text in another language; `alternate-script` must not be in that of what it refines (EPUB 3.3, D.3.1). */
export interface Alternate {
	readonly lang: Lang;
	readonly text: string;
}

/** A text with the same in other languages. */
export interface TranslatedText {
	readonly id: string;
	readonly text: string;
	/** Where it is not that of the package document. */
	readonly lang?: Lang;
	readonly alternates: readonly Alternate[];
}

export interface Title extends TranslatedText {
	/** Value of `title-type` (EPUB 3.3, D.3.11). */
	readonly type: 'main' | 'subtitle';
	/** From 1. */
	readonly place: number;
}

export interface Identifier {
	readonly id: string;
	readonly urn: string;
	readonly isIsbn: boolean;
}

/** A code of a scheme that shops and libraries sort by. */
export interface SubjectCode {
	readonly id: string;
	readonly authority: string;
	readonly code: string;
}

/** What people who reviewed the book certify (EPUB Accessibility 1.1, 4.3). */
export interface Conformance {
	readonly claim: string;
	readonly certifier: string;
	/** Where it is not that of the package document. */
	readonly lang?: Lang;
	readonly date: string;
	readonly report?: string;
	readonly credential?: string;
}

/** The metadata of an edition as the package document lists them. */
export interface PackageMetadata {
	/** The unique identifier, a URN. */
	readonly identifier: string;
	/** All identifiers, the unique one first. */
	readonly identifiers: readonly Identifier[];
	readonly titles: readonly Title[];
	readonly people: readonly (NamedPerson & { readonly alternates: readonly Alternate[] })[];
	readonly publishers: readonly TranslatedText[];
	readonly subjectCodes: readonly SubjectCode[];
	readonly series?: TranslatedText & { readonly number?: string; readonly issn?: string };
	readonly conformance?: Conformance;
}

/**
 * The unique identifier is the ISBN of the EPUB, else the UUID. Where there is an ISBN the UUID stands beside it, so
 * that a copy from before the ISBN was known is still seen to be the same book.
 */
export function packageMetadata({ metadata, languages }: Edition): PackageMetadata {
	const series = seriesOf(metadata);
	const conformance = conformanceOf(metadata);
	const urns = urnsOf(metadata);
	return {
		identifier: urns[0],
		identifiers: urns.map((urn, index) => ({
			id: index === 0 ? 'book-id' : `identifier-${index + 1}`,
			urn,
			isIsbn: urn.startsWith('urn:isbn:'),
		})),
		titles: titlesOf(metadata),
		people: namedPeople(metadata.creators).map((one) => ({ ...one, alternates: alternatesOf(one) })),
		publishers: metadata.publishers.map((publisher, index) => ({
			id: `publisher-${index + 1}`,
			text: publisher.name,
			...(publisher.lang === languages[0] ? {} : { lang: publisher.lang }),
			alternates: alternatesOf(publisher),
		})),
		subjectCodes: codesOf(metadata.subjectCodes),
		...(series && { series }),
		...(conformance && { conformance }),
	};
}

function urnsOf({ isbns, identifier }: Metadata): readonly [string, ...string[]] {
	return isbns.epub ? [`urn:isbn:${isbns.epub}`, identifier] : [identifier];
}

function titlesOf({ title, subtitle, otherTitles, standIns }: Metadata): readonly Title[] {
	const main: Title = {
		id: 'title',
		type: 'main',
		place: 1,
		text: title,
		...langOf(standIns?.title),
		alternates: otherTitles.map(({ lang, title: text }) => ({ lang, text })),
	};
	if (subtitle === undefined) return [main];
	const alternates = otherTitles.flatMap(({ lang, subtitle: text }) => (text ? [{ lang, text }] : []));
	const below = { id: 'subtitle', type: 'subtitle', place: 2, text: subtitle, alternates } as const;
	return [main, { ...below, ...langOf(standIns?.subtitle) }];
}

function langOf(lang: Lang | undefined): { readonly lang?: Lang } {
	return lang === undefined ? {} : { lang };
}

function alternatesOf({ others }: Pick<Name, 'others'>): readonly Alternate[] {
	return others.map(({ lang, name }) => ({ lang, text: name }));
}

/** Names of the schemes as the registry of the IDPF had them, to which EPUB 3.3, D.3.2 refers. */
function codesOf({ bisac, thema, clc }: SubjectCodes): readonly SubjectCode[] {
	const schemes = [
		['BISAC', bisac],
		['Thema', thema],
		['CLC', clc],
	] as const;
	return schemes
		.flatMap(([authority, codes]) => codes.map((code) => ({ authority, code })))
		.map((one, index) => ({ id: `subject-${index + 1}`, ...one }));
}

function seriesOf({ series, standIns }: Metadata): PackageMetadata['series'] {
	if (!series) return undefined;
	return {
		id: 'series',
		text: series.title,
		...langOf(standIns?.series),
		alternates: alternatesOf({ others: series.others ?? [] }),
		...(series.number && { number: series.number }),
		...(series.issn && { issn: series.issn }),
	};
}

/** The claim is written exactly as EPUB Accessibility 1.1, 4.3.2 says. */
function conformanceOf({ review, standIns }: Metadata): Conformance | undefined {
	if (!review) return undefined;
	const { by, date, wcag, level, report, credential } = review;
	return {
		claim: `EPUB Accessibility 1.1 - WCAG ${wcag} Level ${level}`,
		certifier: by,
		...langOf(standIns?.review),
		date,
		...(report && { report }),
		...(credential && { credential }),
	};
}

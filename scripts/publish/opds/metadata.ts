import type { Artifact, Edition, Metadata } from '../../model/index.ts';
import { plain, shown } from '../plain.ts';
import { accessibilityOf } from './accessibility.ts';
import { type LanguageMap, languageMap } from './language-map.ts';
import { creatorsByRole } from './roles.ts';

/** Where the codes come from. None of these schemes gives its codes a name that could be shown here. */
const schemes = {
	bisac: 'http://www.bisg.org/standards/bisac_subject/index.html',
	thema: 'https://ns.editeur.org/thema/',
	clc: 'http://id.loc.gov/vocabulary/classSchemes/clc',
} as const;

export interface Files {
	readonly epub: Artifact | undefined;
	readonly pdf: Artifact | undefined;
}

/**
 * What a Readium Web Publication Manifest says of a publication
 * (https://readium.org/webpub-manifest/contexts/default/). It takes whole days alone, so a year or a month begins
 * with its first.
 */
export function metadataOf(edition: Edition, { epub, pdf }: Files) {
	const { metadata, languages } = edition;
	const { description, modified, date, second } = metadata;
	const lang = languages[0] ?? 'und';
	const title = titleOf(metadata, lang, 'title');
	return {
		'@type': 'http://schema.org/Book',
		identifier: identifierOf(metadata, epub ? 'epub' : 'pdf'),
		title: title ?? edition.slug,
		subtitle: titleOf(metadata, lang, 'subtitle'),
		...creatorsByRole(metadata.creators),
		publisher: some(
			metadata.publishers.map((publisher) => ({
				name: languageMap(publisher.name, publisher.lang, publisher.others),
			})),
		),
		language: languages.length === 1 ? languages[0] : languages,
		published: `${date}-01-01`.slice(0, 10),
		modified: modified.toISOString(),
		// One text is all that there is room for.
		description: shown([description, second?.description].flatMap((text) => shown(text) ?? []).join('\n\n')),
		subject: some(subjectsOf(metadata)),
		belongsTo: seriesOf(metadata),
		numberOfPages: pdf?.pages,
		accessibility: epub?.accessibility ? accessibilityOf(epub.accessibility, metadata.review) : undefined,
	};
}

function titleOf(metadata: Metadata, lang: string, key: 'title' | 'subtitle'): LanguageMap | undefined {
	const own = metadata[key];
	if (own === undefined) return undefined;
	const others = metadata.otherTitles.flatMap((other) => {
		const name = other[key];
		return name === undefined ? [] : [{ lang: other.lang, name }];
	});
	return languageMap(own, lang, others);
}

function identifierOf({ isbns, identifier }: Metadata, form: 'epub' | 'pdf'): string {
	const isbn = isbns[form];
	return isbn === undefined ? identifier : `urn:isbn:${isbn}`;
}

function subjectsOf({ subjects, subjectCodes, second }: Metadata) {
	const codes = (['bisac', 'thema', 'clc'] as const).flatMap((scheme) =>
		subjectCodes[scheme].map((code) => ({ name: code, code, scheme: schemes[scheme] })),
	);
	const words = [...subjects, ...(second?.subjects ?? [])];
	return [...words.map((subject) => ({ name: plain(subject) })), ...codes];
}

function seriesOf({ series }: Metadata) {
	if (!series) return undefined;
	const { title, number, issn } = series;
	const position = Number(number);
	return {
		series: {
			name: plain(title),
			position: number === undefined || Number.isNaN(position) ? undefined : position,
			identifier: issn === undefined ? undefined : `urn:issn:${issn}`,
		},
	};
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
	return list.length === 0 ? undefined : list;
}

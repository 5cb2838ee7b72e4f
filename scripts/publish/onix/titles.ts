import type { Element } from 'xast';
import type { Edition, Metadata } from '../../model/index.ts';
import { languageCode } from './language.ts';
import { element, elementWith, optional } from './xml.ts';

/** Group P.6: the title on the book (List 15, 01), then what it is in the other languages (06). */
export function titles({ metadata }: Edition, lang: string): readonly Element[] {
	const { title, subtitle, otherTitles } = metadata;
	return [
		titleDetail('01', lang, title, subtitle),
		...otherTitles.map((other) => titleDetail('06', languageCode(other.lang), other.title, other.subtitle)),
	];
}

function titleDetail(type: string, language: string, title: string, subtitle: string | undefined): Element {
	return element(
		'TitleDetail',
		element('TitleType', type),
		element(
			'TitleElement',
			element('TitleElementLevel', '01'),
			elementWith('TitleText', { language }, title),
			optional('Subtitle', subtitle, { language }),
		),
	);
}

/** Group P.5: the series (List 148, 10: of the publisher), its ISSN without hyphen, and the place of the book in it. */
export function collections({ series }: Metadata, language: string): readonly Element[] {
	if (!series) return [];
	const { title, number, issn } = series;
	return [
		element(
			'Collection',
			element('CollectionType', '10'),
			issn === undefined
				? undefined
				: element(
						'CollectionIdentifier',
						element('CollectionIDType', '02'),
						element('IDValue', issn.replaceAll('-', '')),
					),
			// dt.MultiLevelNumber has digits and dots alone.
			number !== undefined && /^\d+(?:\.\d+)*$/.test(number)
				? element(
						'CollectionSequence',
						element('CollectionSequenceType', '02'),
						element('CollectionSequenceNumber', number),
					)
				: undefined,
			element(
				'TitleDetail',
				element('TitleType', '01'),
				element(
					'TitleElement',
					element('TitleElementLevel', '02'),
					optional('PartNumber', number),
					elementWith('TitleText', { language }, title),
				),
			),
		),
	];
}

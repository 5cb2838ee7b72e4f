import type { Element } from 'xast';
import type { Metadata } from '../../model/index.ts';
import { languageCode } from './language.ts';
import { element, elementWith } from './xml.ts';

/** ONIX List 55, by the length of a date without hyphens. */
const dateFormats: Readonly<Record<number, string>> = { 4: '05', 6: '01', 8: '00' };

/**
 * Block 4: the first publisher as such and the others beside it (List 45), active, with the date of publication. It
 * needs a publisher; a book without one has no such block. Whose the copyright is, book.yaml does not say in a form
 * that could stand here; its own words are in block 2.
 */
export function publishingDetail({ publishers, date }: Metadata): readonly Element[] {
	if (publishers.length === 0) return [];
	const day = date.replaceAll('-', '');
	return [
		element(
			'PublishingDetail',
			publishers.map(({ name, lang }, index) =>
				element(
					'Publisher',
					element('PublishingRole', index === 0 ? '01' : '02'),
					elementWith('PublisherName', { language: languageCode(lang) }, name),
				),
			),
			element('PublishingStatus', '04'),
			element(
				'PublishingDate',
				element('PublishingDateRole', '01'),
				elementWith('Date', { dateformat: dateFormats[day.length] }, day),
			),
		),
	];
}

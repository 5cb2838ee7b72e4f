import type { Element } from 'xast';
import type { Metadata } from '../../model/index.ts';
import { languageCode } from './language.ts';
import { element, optional } from './xml.ts';

/** ONIX List 27. */
const schemes = { bisac: '10', thema: '93', clc: '88' } as const;

/** Keywords (List 27, 20) come as one text, a semicolon between them. */
const keywords = '20';

/** Group P.12: codes first, the first one of each scheme as the main subject, then keywords. */
export function subjects(
	{ subjectCodes, subjects: words, second }: Metadata,
	language: string,
): readonly Element[] {
	const codes = (['bisac', 'thema', 'clc'] as const).flatMap((scheme) =>
		subjectCodes[scheme].map((code, index) =>
			element(
				'Subject',
				index === 0 ? element('MainSubject') : undefined,
				element('SubjectSchemeIdentifier', schemes[scheme]),
				element('SubjectCode', code),
			),
		),
	);
	const other = second && languageCode(second.lang);
	const texts = [
		optional('SubjectHeadingText', words.join('; '), { language }),
		optional('SubjectHeadingText', second?.subjects.join('; '), { language: other }),
	];
	const isEmpty = texts.every((text) => text === undefined);
	return [
		...codes,
		...(isEmpty ? [] : [element('Subject', element('SubjectSchemeIdentifier', keywords), texts)]),
	];
}

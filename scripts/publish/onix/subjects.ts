import type { Element } from 'xast';
import type { Metadata } from '../../model/index.ts';
import { element, optional } from './xml.ts';

/** ONIX List 27. */
const schemes = { bisac: '10', thema: '93', clc: '88' } as const;

/** Keywords (List 27, 20) come as one text, a semicolon between them. */
const keywords = '20';

/** Group P.12: codes first, the first one of each scheme as the main subject, then keywords. */
export function subjects({ subjectCodes, subjects: words }: Metadata, language: string): readonly Element[] {
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
	const text = optional('SubjectHeadingText', words.join('; '), { language });
	const own = text && element('Subject', element('SubjectSchemeIdentifier', keywords), text);
	return [...codes, ...(own ? [own] : [])];
}

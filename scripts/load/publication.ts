import type { AccessibilityReview, BookConfig, EpubChoices, Series, SubjectCodes } from '../model/index.ts';
import { type LocalizeOptions, localize } from './localized.ts';
import { readPress } from './press-choices.ts';
import { epubFields, reviewFields, seriesFields, subjectCodeFields } from './publication-fields.ts';
import { readFields, valueAt } from './read-fields.ts';
import type { YamlDocument } from './yaml-document.ts';

type Publication = Pick<
	BookConfig,
	'subjectCodes' | 'series' | 'review' | 'epub' | 'page' | 'press' | 'colors'
>;

/** What book.yaml says for shops, libraries and reading systems; faults are reported at their place. */
export function readPublication(options: LocalizeOptions): Publication {
	const series = readSeries(options);
	const review = readReview(options);
	return {
		subjectCodes: readSubjectCodes(options),
		...(series && { series }),
		...(review && { review }),
		epub: readEpub(options),
		...readPress(options),
	};
}

function isGiven(document: YamlDocument, key: string): boolean {
	return valueAt(document.value, [key]) !== undefined;
}

function readSubjectCodes({ document, report }: LocalizeOptions): SubjectCodes {
	const {
		bisac = [],
		thema = [],
		clc = [],
	} = readFields(subjectCodeFields, document, ['subject-codes'], 'subject-codes', report);
	return { bisac, thema, clc };
}

function readSeries(options: LocalizeOptions): Series | undefined {
	const { document, report } = options;
	if (!isGiven(document, 'series')) return undefined;
	const { title, number, issn } = readFields(seriesFields, document, ['series'], 'series', report);
	if (title === undefined) return undefined;
	return {
		title: localize(title, ['series', 'title'], options),
		...(number && { number }),
		...(issn && { issn }),
	};
}

function readReview(options: LocalizeOptions): AccessibilityReview | undefined {
	const { document, report } = options;
	if (!isGiven(document, 'accessibility')) return undefined;
	const given = readFields(reviewFields, document, ['accessibility'], 'accessibility', report);
	const { 'reviewed-by': by, date, wcag, level } = given;
	if (by === undefined || date === undefined || wcag === undefined || level === undefined) return undefined;
	return {
		by: localize(by, ['accessibility', 'reviewed-by'], options),
		date,
		wcag,
		level,
		...(given.report && { report: given.report }),
		...(given.credential && { credential: given.credential }),
	};
}

function readEpub({ document, report }: LocalizeOptions): EpubChoices {
	const given = readFields(epubFields, document, ['epub'], 'epub', report);
	return { fonts: given.fonts ?? 'embed', innerHeadings: given['inner-headings'] ?? 1 };
}

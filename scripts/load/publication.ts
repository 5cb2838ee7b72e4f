import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import type {
	AccessibilityReview,
	BookConfig,
	EpubChoices,
	Isbns,
	Lang,
	Localized,
	Series,
	SubjectCodes,
} from '../model/index.ts';
import { type LocalizeOptions, localize } from './localized.ts';
import { readPress } from './press-choices.ts';
import {
	epubFields,
	isbnFields,
	reviewFields,
	seriesFields,
	subjectCodeFields,
} from './publication-fields.ts';
import { describePath, readFields, valueAt } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

type Publication = Pick<
	BookConfig,
	'subjectCodes' | 'isbns' | 'series' | 'review' | 'epub' | 'page' | 'press' | 'colors'
>;

/** What book.yaml says for shops, libraries and reading systems; faults are reported at their place. */
export function readPublication(options: LocalizeOptions): Publication {
	const series = readSeries(options);
	const review = readReview(options);
	return {
		subjectCodes: readSubjectCodes(options),
		isbns: readIsbns(options),
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

const formats = ['print', 'pdf', 'epub'] as const satisfies readonly (keyof Isbns)[];

/** ISBNs by language; a book of one language may leave the language out. */
function readIsbns({ languages, document, report }: LocalizeOptions): Localized<Isbns> {
	const found: Record<Lang, Isbns> = {};
	const value = valueAt(document.value, ['isbn']);
	if (value === undefined) return found;
	const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
	const keys = isMap ? Object.keys(value) : [];
	const isPlain = keys.some((key) => formats.some((format) => format === key));
	const [only, ...others] = languages;
	const seen = new Map<string, Path>();
	const read = (lang: Lang, path: Path) => {
		const { print, pdf, epub } = readFields(isbnFields, document, path, describePath(path), report);
		const isbns = { ...(print && { print }), ...(pdf && { pdf }), ...(epub && { epub }) };
		reportRepeats(isbns, path, seen, document, report);
		found[lang] = isbns;
	};
	if (only !== undefined && others.length === 0 && (isPlain || !isMap)) read(only, ['isbn']);
	else if (isPlain || !isMap) {
		const message = 'isbn must hold ISBNs by language, such as { zh: { epub: 978-… } }';
		report('config-invalid', message, document.place(['isbn']));
	} else {
		for (const lang of keys) {
			if (languages.includes(lang)) read(lang, ['isbn', lang]);
			else {
				const hint = didYouMean(lang, languages) ?? `The languages are: ${languages.join(', ')}.`;
				const message = `"${lang}" is no language of the book`;
				report('config-unknown-key', message, document.keyPlace(['isbn', lang]), hint);
			}
		}
	}
	return found;
}

/** One product, one ISBN: another format and another language each need their own (ISO 2108:2017, 5). */
function reportRepeats(
	isbns: Isbns,
	base: Path,
	seen: Map<string, Path>,
	document: YamlDocument,
	report: Reporter,
): void {
	for (const format of formats) {
		const isbn = isbns[format];
		if (isbn === undefined) continue;
		const path = [...base, format];
		const before = seen.get(isbn);
		if (before) {
			const message = `${describePath(path)} is the same as ${describePath(before)}`;
			report(
				'config-invalid',
				message,
				document.place(path),
				'Give each format of each language its own ISBN.',
			);
		} else seen.set(isbn, path);
	}
}

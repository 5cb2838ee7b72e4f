import type { Reporter } from '../diagnostics/index.ts';
import type { BookConfig, Lang, Localized, LocalText } from '../model/index.ts';
import { readChecks } from './checks.ts';
import { readContents } from './contents.ts';
import { readEditions } from './editions.ts';
import * as field from './fields.ts';
import { readIsbns } from './isbns.ts';
import { type LocalizeOptions, localize } from './localized.ts';
import { readPublication } from './publication.ts';
import { moment, website } from './publication-fields.ts';
import { readFields, readValue, valueAt } from './read-fields.ts';
import { slugify } from './slug.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

export const configFile = 'book.yaml';

const bookFields = field.fields({
	slug: field.slug.optional(),
	title: field.localizedText,
	subtitle: field.localizedText.optional(),
	description: field.localizedText.optional(),
	rights: field.localizedText.optional(),
	subjects: field.subjects.optional(),
	date: field.date,
	languages: field.filledList('must be a list of language tags such as [zh, en]'),
	publishers: field.list('must be a list such as [{ zh: …, en: … }]').optional(),
	disclaimer: field.localizedText.optional(),
	'short-disclaimer': field.localizedText.optional(),
	modified: moment.optional(),
	website: website.optional(),
	// These are read on their own, each by its keys.
	'subject-codes': field.anything,
	isbn: field.anything,
	series: field.anything,
	accessibility: field.anything,
	epub: field.anything,
	page: field.anything,
	print: field.anything,
	colors: field.anything,
	editions: field.anything,
	checks: field.anything,
	contents: field.filledList('must be a list of pieces and parts'),
});

/** What book.yaml says, with the place of every piece in `contents`. */
export interface ReadConfig {
	readonly config: BookConfig;
	readonly piecePaths: ReadonlyMap<string, Path>;
	/** Whether every entry of `contents` could be read, so that what it does not name is truly not listed. */
	readonly contentsSound: boolean;
}

/**
 * Reads book.yaml. A field that is missing or faulty has been reported and is left empty, so that the later stages
 * can look for more faults; without a language nothing can be read, and nothing comes back.
 */
export function readConfig(document: YamlDocument, report: Reporter): ReadConfig | undefined {
	const given = readFields(bookFields, document, [], configFile, report);
	const languages = readLanguages(document, report);
	const contents = readContents(document, languages, report);
	if (languages.length === 0) return undefined;

	const options = { languages, document, report };
	const optional = (key: keyof typeof given & string) => {
		const raw = given[key] as field.LocalizedText | undefined;
		return raw === undefined ? undefined : localize(raw, [key], options);
	};
	const subtitle = optional('subtitle');
	const description = optional('description');
	const rights = optional('rights');
	const disclaimer = optional('disclaimer');
	const shortDisclaimer = optional('short-disclaimer');
	const editions = readEditions(document, languages, report);
	const checks = readChecks(document, report);
	const config: BookConfig = {
		slug: given.slug ?? slugify(titleForSlug(given.title)),
		title: optional('title') ?? emptyText(document, languages),
		...(subtitle && { subtitle }),
		...(description && { description }),
		...(rights && { rights }),
		...(given.subjects && { subjects: fillSubjects(given.subjects, options) }),
		date: given.date ?? '',
		...(given.modified && { modified: given.modified }),
		...(given.website && { website: given.website }),
		...readPublication(options),
		languages,
		editions,
		isbns: readIsbns(document, editions, report),
		publishers: readPublishers(options),
		...(disclaimer && { disclaimer }),
		...(shortDisclaimer && { shortDisclaimer }),
		contents: contents.entries,
		...(checks && { checks }),
	};
	return { config, piecePaths: contents.piecePaths, contentsSound: contents.sound };
}

function readLanguages(document: YamlDocument, report: Reporter): Lang[] {
	const languages: Lang[] = [];
	for (const path of itemPaths(document, 'languages')) {
		const lang = readValue(field.languageTag, document, path, configFile, report);
		if (lang === undefined) continue;
		if (!languages.includes(lang)) languages.push(lang);
		else
			report(
				'config-invalid',
				`languages names ${lang} twice`,
				document.place(path),
				'Name each language once.',
			);
	}
	return languages;
}

function readPublishers(options: LocalizeOptions): Localized<LocalText>[] {
	return itemPaths(options.document, 'publishers').flatMap((path) => {
		const name = readValue(field.localizedText, options.document, path, configFile, options.report);
		return name === undefined ? [] : [localize(name, path, options)];
	});
}

function itemPaths(document: YamlDocument, key: string): Path[] {
	const items = valueAt(document.value, [key]);
	return Array.isArray(items) ? items.map((_, index) => [key, index]) : [];
}

function fillSubjects(
	given: readonly string[] | Readonly<Record<Lang, readonly string[]>>,
	{ languages, document, report }: LocalizeOptions,
): Localized<readonly string[]> {
	const byLang = 'length' in given && Array.isArray(given) ? { [languages[0] ?? 'und']: given } : given;
	const filled: Record<Lang, readonly string[]> = {};
	for (const lang of languages) {
		const list = (byLang as Readonly<Record<Lang, readonly string[]>>)[lang];
		filled[lang] = list ?? [];
		if (list === undefined) {
			const hint = 'Add the subjects in this language; until then its edition names none.';
			report(
				'config-translation-missing',
				`subjects is not given in "${lang}"`,
				document.keyPlace(['subjects']),
				hint,
			);
		}
	}
	return filled;
}

function titleForSlug(title: field.LocalizedText | undefined): string {
	if (title === undefined || typeof title === 'string') return title ?? '';
	const english = Object.keys(title).find((lang) => lang === 'en' || lang.startsWith('en-'));
	return (english === undefined ? Object.values(title)[0] : title[english]) ?? '';
}

function emptyText(document: YamlDocument, languages: readonly Lang[]): Localized<LocalText> {
	const place = document.place(['title']);
	return Object.fromEntries(languages.map((lang) => [lang, { text: '', lang, place }]));
}

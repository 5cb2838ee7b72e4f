import * as z from 'zod';
import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, Localized, Place, Term } from '../model/index.ts';
import * as field from './fields.ts';
import { readFields, valueAt } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

export const termsFile = 'terms.yaml';

const forms = z.union(
	[field.text, z.array(field.text, field.asks('must be a list of texts'))],
	field.asks('must be text or a list of texts'),
);

const formsByLanguage = z.record(
	field.languageTag,
	forms,
	field.asks('must have forms by language such as { en: [generative artificial intelligence] }'),
);

const termFields = field.fields(
	{
		term: field.localizedText,
		allowed: formsByLanguage.optional(),
		avoid: formsByLanguage.optional(),
		'never-translate': z.enum(['true', 'false'], field.asks('must be true or false')).optional(),
		// For people.
		note: field.text.optional(),
	},
	'term: { zh: …, en: … }',
);

/**
 * Reads terms.yaml, a list of terms with their translations. A faulty entry is reported; what is sound of it counts all
 * the same. Two entries that have the same name in the source language are reported: the first counts.
 */
export function readTerms(document: YamlDocument, source: Lang, report: Reporter): readonly Term[] {
	const value = document.value ?? [];
	if (!Array.isArray(value)) {
		const message = `${termsFile} must hold a list of terms, each such as - term: { zh: 大模型, en: large model }`;
		report('config-invalid', message, document.place([]));
		return [];
	}
	const terms = value.flatMap((_, index) => readTerm(document, index, report) ?? []);
	return dropDuplicates(terms, source, report);
}

function readTerm(document: YamlDocument, index: number, report: Reporter): Term | undefined {
	const path: Path = [index];
	const item = valueAt(document.value, path);
	if (typeof item !== 'object' || item === null || Array.isArray(item)) {
		const message = `item ${index + 1} of ${termsFile} must be a term such as term: { zh: 大模型, en: large model }`;
		report('config-invalid', message, document.place(path));
		return undefined;
	}
	const given = readFields(termFields, document, path, 'a term', report);
	if (given.term === undefined) return undefined;
	const isKept = given['never-translate'] === 'true';
	const name = nameOf(given.term, isKept);
	if (name === undefined) {
		const message = isKept
			? 'a term that is never translated must have one text'
			: 'a term must have a text in two languages at least';
		const hint = isKept
			? 'Write it once, such as term: ChatGPT.'
			: 'Add its translation, or never-translate: true.';
		report('config-invalid', message, document.place([...path, 'term']), hint);
		return undefined;
	}
	const place = document.place([...path, 'term']);
	return { name, allowed: listed(given.allowed), avoid: listed(given.avoid), place };
}

function nameOf(given: field.LocalizedText, isKept: boolean): Term['name'] | undefined {
	if (isKept) {
		const [one, ...others] = new Set(typeof given === 'string' ? [given] : Object.values(given));
		return others.length === 0 ? one : undefined;
	}
	return typeof given === 'string' || Object.keys(given).length < 2 ? undefined : given;
}

function listed(
	given: Readonly<Record<Lang, string | readonly string[]>> = {},
): Localized<readonly string[]> {
	return Object.fromEntries(
		Object.entries(given).map(([lang, one]) => [lang, typeof one === 'string' ? [one] : one]),
	);
}

function dropDuplicates(terms: readonly Term[], source: Lang, report: Reporter): readonly Term[] {
	const seen = new Map<string, Place>();
	return terms.filter(({ name, place }) => {
		const text = typeof name === 'string' ? name : name[source];
		if (text === undefined) return true;
		const first = seen.get(text);
		if (!first) {
			seen.set(text, place);
			return true;
		}
		report('terms-duplicate', `"${text}" stands in line ${first.line} already`, place);
		return false;
	});
}

import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import type { EditionChoice, Lang, Layout, Sync } from '../model/index.ts';
import * as field from './fields.ts';
import { readFields, readValue, valueAt } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

const layouts: readonly Layout[] = ['facing', 'columns', 'blocks', 'pieces'];

const syncs: readonly Sync[] = ['piece', 'heading', 'block'];

const editionFields = field.fields({
	languages: field.filledList('must be a list of one language or two, such as [zh, en]'),
	layout: field.text.optional(),
	sync: field.text.optional(),
});

/** It becomes a part of file names. */
const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/i;

/**
 * Reads `editions` of book.yaml. Without it a book has one for each language, and where it has several one in the first
 * two on facing pages. A faulty edition is reported and left out.
 */
export function readEditions(
	document: YamlDocument,
	languages: readonly Lang[],
	report: Reporter,
): readonly EditionChoice[] {
	const given = valueAt(document.value, ['editions']);
	if (given === undefined) return usualEditions(languages);
	const isMap = typeof given === 'object' && given !== null && !Array.isArray(given);
	const ids = isMap ? Object.keys(given) : [];
	if (ids.length === 0) {
		const message = 'editions must name at least one edition, such as zh: { languages: [zh] }';
		report('config-invalid', message, document.place(['editions']));
		return usualEditions(languages);
	}
	return ids.flatMap((id) => readEdition(id, { document, languages, report }) ?? []);
}

function usualEditions(languages: readonly Lang[]): readonly EditionChoice[] {
	const single = languages.map((lang): EditionChoice => ({ id: lang, languages: [lang] }));
	const [first, second] = languages;
	if (first === undefined || second === undefined) return single;
	return [...single, { id: 'bilingual', languages: [first, second], layout: 'facing', sync: 'heading' }];
}

interface Reading {
	readonly document: YamlDocument;
	readonly languages: readonly Lang[];
	readonly report: Reporter;
}

function readEdition(id: string, reading: Reading): EditionChoice | undefined {
	const { document, report } = reading;
	const path: Path = ['editions', id];
	const place = document.keyPlace(path);
	if (!name.test(id)) {
		const hint = 'It becomes a part of file names: use letters, digits and hyphens.';
		report('config-invalid', `"${id}" cannot be the name of an edition`, place, hint);
		return undefined;
	}
	const given = readFields(editionFields, document, path, 'an edition', report);
	const chosen = readLanguages(path, reading);
	const layout = readWord(given.layout, layouts, [...path, 'layout'], reading);
	const sync = readWord(given.sync, syncs, [...path, 'sync'], reading);
	const [first, second, third] = chosen;
	if (first === undefined) return undefined;
	if (third !== undefined) {
		const message = `the edition "${id}" has ${chosen.length} languages; one or two can stand together`;
		report('config-invalid', message, document.place([...path, 'languages']));
		return undefined;
	}
	if (second !== undefined) {
		return { id, languages: [first, second], layout: layout ?? 'facing', sync: sync ?? 'heading', place };
	}
	for (const key of ['layout', 'sync'] as const) {
		if (given[key] === undefined) continue;
		const message = `${key} of the edition "${id}" means nothing: it has one language`;
		report('config-invalid', message, document.keyPlace([...path, key]), 'Remove it, or add a language.');
	}
	return { id, languages: [first], place };
}

function readLanguages(path: Path, { document, languages, report }: Reading): readonly Lang[] {
	const items = valueAt(document.value, [...path, 'languages']);
	const chosen: Lang[] = [];
	for (const index of Array.isArray(items) ? items.keys() : []) {
		const at = [...path, 'languages', index];
		const lang = readValue(field.text, document, at, document.file, report);
		if (lang === undefined) continue;
		if (!languages.includes(lang)) {
			const message = `"${lang}" is no language of the book`;
			report('config-invalid', message, document.place(at), didYouMean(lang, languages));
		} else if (chosen.includes(lang)) {
			report(
				'config-invalid',
				`languages names ${lang} twice`,
				document.place(at),
				'Name each language once.',
			);
		} else chosen.push(lang);
	}
	return chosen;
}

function readWord<Word extends string>(
	given: string | undefined,
	words: readonly Word[],
	path: Path,
	{ document, report }: Reading,
): Word | undefined {
	if (given === undefined) return undefined;
	const word = words.find((known) => known === given);
	if (word === undefined) {
		const message = `${String(path.at(-1))} must be one of ${words.join(', ')}, not "${given}"`;
		report('config-invalid', message, document.place(path), didYouMean(given, words));
	}
	return word;
}

import { expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { readEditions } from '../../scripts/load/editions.ts';
import { parseYaml } from '../../scripts/load/yaml-document.ts';

function read(yaml: string, languages = ['zh', 'en', 'fr']) {
	const report = createReport();
	const document = parseYaml('book.yaml', yaml, report.add);
	if (!document) throw new Error('The YAML of the test is broken.');
	const editions = readEditions(document, languages, report.add);
	return { editions, said: report.list().map(({ line, column, message }) => `${line}:${column} ${message}`) };
}

test('a book has an edition for each language, and one in its first two', () => {
	expect(read('slug: a\n').editions).toEqual([
		{ id: 'zh', languages: ['zh'] },
		{ id: 'en', languages: ['en'] },
		{ id: 'fr', languages: ['fr'] },
		{ id: 'bilingual', languages: ['zh', 'en'], layout: 'facing', sync: 'heading' },
	]);
	const { editions, said } = read('slug: a\n', ['zh']);
	expect(editions).toEqual([{ id: 'zh', languages: ['zh'] }]);
	expect(said).toEqual([]);
});

test('book.yaml names editions, in their order', () => {
	const { editions, said } = read(
		'editions:\n  both: { languages: [en, zh], layout: columns }\n  en: { languages: [en] }\n  level: { languages: [zh, en], sync: block }\n',
	);
	expect(editions).toMatchObject([
		{ id: 'both', languages: ['en', 'zh'], layout: 'columns' },
		{ id: 'en', languages: ['en'] },
		{ id: 'level', languages: ['zh', 'en'], layout: 'facing', sync: 'block' },
	]);
	expect(said).toEqual([]);
});

test.each([
	['editions: []', '1:11 editions must name at least one edition, such as zh: { languages: [zh] }'],
	['editions: { a b: { languages: [zh] } }', '1:13 "a b" cannot be the name of an edition'],
	['editions: { a: { languages: [de] } }', '1:30 "de" is no language of the book'],
	['editions: { a: { languages: [zh, zh] } }', '1:34 languages names zh twice'],
	[
		'editions: { a: { languages: [zh, en, fr] } }',
		'1:29 the edition "a" has 3 languages; one or two can stand together',
	],
	[
		'editions: { a: { languages: [zh], layout: facing } }',
		'1:35 layout of the edition "a" means nothing: it has one language',
	],
	[
		'editions: { a: { languages: [zh, en], layout: side } }',
		'1:47 layout must be one of facing, columns, blocks, pieces, not "side"',
	],
])('%s', (yaml, message) => {
	expect(read(yaml).said).toEqual([message]);
});

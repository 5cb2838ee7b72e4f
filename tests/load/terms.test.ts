import { expect, test } from 'vitest';
import { load, smallBook } from './helpers.ts';

async function read(terms: string) {
	const { manuscript, found } = await load({ ...smallBook, 'terms.yaml': terms });
	const said = found.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);
	return { terms: manuscript?.terms, said, files: manuscript?.files.map(({ file }) => file) };
}

test('terms with translations, variants and names that are never translated', async () => {
	const { terms, said, files } = await read(
		'- term: { zh: 大模型, en: large model }\n  allowed: { en: [LLM, big model], zh: 模型 }\n  avoid: { en: [huge model] }\n  note: 用于全书\n- term: ChatGPT\n  never-translate: true\n',
	);
	expect(said).toEqual([]);
	expect(terms).toEqual([
		{
			name: { zh: '大模型', en: 'large model' },
			allowed: { en: ['LLM', 'big model'], zh: ['模型'] },
			avoid: { en: ['huge model'] },
			place: { file: 'terms.yaml', line: 1, column: 9 },
		},
		{ name: 'ChatGPT', allowed: {}, avoid: {}, place: { file: 'terms.yaml', line: 5, column: 9 } },
	]);
	expect(files).toContain('terms.yaml');
});

test('a manuscript without terms.yaml has none, an empty file has no terms', async () => {
	const { manuscript, found } = await load(smallBook);
	expect(manuscript).not.toHaveProperty('terms');
	expect(found).toEqual([]);
	expect(await read('# later\n')).toMatchObject({ terms: [], said: [] });
});

test.each([
	[
		'大模型: large model',
		'1:1 config-invalid terms.yaml must hold a list of terms, each such as - term: { zh: 大模型, en: large model }',
	],
	[
		'- 大模型',
		'1:3 config-invalid item 1 of terms.yaml must be a term such as term: { zh: 大模型, en: large model }',
	],
	['- term: 大模型', '1:9 config-invalid a term must have a text in two languages at least'],
	['- term: { zh: 大模型 }', '1:9 config-invalid a term must have a text in two languages at least'],
	[
		'- { term: { zh: 甲, en: a }, never-translate: true }',
		'1:11 config-invalid a term that is never translated must have one text',
	],
	[
		'- { term: { zh: 甲, en: a }, never-translate: maybe }',
		'1:46 config-invalid never-translate of item 1 must be true or false',
	],
	[
		'- { term: { zh: 甲, en: a }, alowed: { en: b } }',
		'1:29 config-unknown-key "alowed" is no key of a term',
	],
	['- allowed: { en: b }', '1:3 config-invalid term of item 1 is missing'],
	[
		'- { term: { zh: 甲, english: a } }',
		'1:20 config-invalid english of term of item 1 must be a language tag such as zh, en or zh-Hant',
	],
	[
		'- { term: { zh: 甲, en: a } }\n- { term: { zh: 甲, en: b } }',
		'2:11 terms-duplicate "甲" stands in line 1 already',
	],
	[
		'- { term: X, never-translate: true }\n- { term: X, never-translate: true }',
		'2:11 terms-duplicate "X" stands in line 1 already',
	],
	['- term: [', '1:10 yaml-syntax'],
])('%s', async (yaml, message) => {
	const { said } = await read(yaml);
	expect(said).toHaveLength(1);
	expect(said[0]).toContain(message);
});

test('two terms may have one translation', async () => {
	expect((await read('- { term: { zh: 甲, en: a } }\n- { term: { zh: 乙, en: a } }\n')).said).toEqual([]);
});

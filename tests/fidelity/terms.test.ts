import { expect, test } from 'vitest';
import { readTexts } from '../../scripts/fidelity/own-texts.ts';
import { indexTerms } from '../../scripts/fidelity/term-index.ts';
import { checkForms, checkTerms } from '../../scripts/fidelity/terms.ts';
import type { Term } from '../../scripts/model/index.ts';
import { compileText } from '../compile/sample.ts';
import { pairTexts, said } from './support.ts';

const place = { file: 'terms.yaml', line: 1, column: 1 };

function term(name: Term['name'], rest: Partial<Term> = {}): Term {
	return { name, allowed: {}, avoid: {}, place, ...rest };
}

const terms: readonly Term[] = [
	term({ zh: '人工智能', en: 'AI' }, { allowed: { en: ['artificial intelligence'] } }),
	term({ zh: '生成式人工智能', en: 'generative AI' }),
	term({ zh: '大语言模型', en: 'large language model' }, { allowed: { zh: ['LLM'], en: ['LLM'] } }),
	term({ zh: '政策', en: 'policy' }, { avoid: { en: ['guideline'] } }),
	term({ zh: '监管', en: 'oversight' }),
	term('ChatGPT'),
	term('Transformer'),
];

function compare(source: string, target: string, languages = ['zh', 'en']): readonly string[] {
	const { pairs } = pairTexts(source, target, { languages });
	const [from = '', to = ''] = languages;
	return said((report) => {
		for (const pair of pairs) {
			checkTerms(pair, { source: from, target: to }, (lang) => indexTerms(terms, lang), report);
		}
	});
}

test.each([
	['人工智能', 'Artificial intelligence begins a sentence'],
	['大语言模型', 'Large-language models, two of them'],
	['大语言模型', 'LLMs'],
	['政策', 'Policies differ'],
	['政策', 'this policy’s aim'],
	['生成式人工智能的政策', 'a policy for generative AI'],
	['监管', 'THE OVERSIGHT'],
	['ChatGPT的Transformer', 'the Transformer of ChatGPT'],
	['没有术语', 'AI policy'],
	['用 `政策` 作键', 'with a key'],
])('%s = %s', (source, target) => {
	expect(compare(source, target)).toEqual([]);
});

test.each([
	[
		'有了人工智能',
		'We have machines',
		['1:1 translation-term "人工智能" (a.zh.md:1) must be translated by "AI" or "artificial intelligence"'],
	],
	[
		'人工智能',
		'the main aim',
		['1:1 translation-term "人工智能" (a.zh.md:1) must be translated by "AI" or "artificial intelligence"'],
	],
	[
		'生成式人工智能',
		'AI',
		['1:1 translation-term "生成式人工智能" (a.zh.md:1) must be translated by "generative AI"'],
	],
	[
		'LLM',
		'models',
		['1:1 translation-term "LLM" (a.zh.md:1) must be translated by "large language model" or "LLM"'],
	],
	[
		'ChatGPT',
		'the chat service',
		['1:1 translation-term "ChatGPT" (a.zh.md:1) is never translated and must stand here too'],
	],
	[
		'大语言模型',
		'large, language model',
		['1:1 translation-term "大语言模型" (a.zh.md:1) must be translated by "large language model" or "LLM"'],
	],
])('%s ≠ %s', (source, target, messages) => {
	expect(compare(source, target)).toEqual(messages);
});

test('English can be the source', () => {
	expect(compare('Policies of AI', '人工智能政策', ['en', 'zh'])).toEqual([]);
	expect(compare('Policies of AI', '人工智能', ['en', 'zh'])).toEqual([
		'1:1 translation-term "Policies" (a.en.md:1) must be translated by "政策"',
	]);
});

test('a term that stands in the other half of a split paragraph is there', () => {
	const source = '政策在2021年写成，监管由三个部门分担，人人都要遵守。';
	expect(
		compare(
			source,
			'The policy was written in 2021.\n\nThree departments share oversight, and all must obey.',
		),
	).toEqual([]);
});

function forms(text: string, lang = 'en'): readonly string[] {
	const { piece } = compileText(text, lang, { languages: [lang] });
	return said((report) => {
		for (const one of readTexts(piece)) checkForms(one, lang, indexTerms(terms, lang), report);
	});
}

test('one text by itself: forms to avoid and names that are spelled otherwise', () => {
	expect(forms('The guidelines of ChatGPT')).toEqual([
		'1:5 translation-term terms.yaml says to avoid "guidelines"; write "policy"',
	]);
	expect(forms('Chatgpt and Chat GPT')).toEqual(['1:1 translation-term "Chatgpt" must be spelled "ChatGPT"']);
	expect(forms('用Chatgpt写作', 'zh')).toEqual(['1:2 translation-term "Chatgpt" must be spelled "ChatGPT"']);
	expect(forms('CHATGPT; electric transformers; `chatgpt`')).toEqual([]);
});

test('thousands of terms do not slow a book down', () => {
	const many = Array.from({ length: 5000 }, (_, n) =>
		term({ zh: `术语${n}号`, en: `term number ${n} of many` }),
	);
	const index = indexTerms(many, 'en');
	const text = 'term number 4999 of many, '.repeat(4000);
	const block = { kind: 'paragraph', text, content: [], place, blocks: [] } as const;
	const found = said((report) =>
		checkForms({ text, lang: 'en', placeAt: () => place, block }, 'en', index, report),
	);
	expect(found).toEqual([]);
});

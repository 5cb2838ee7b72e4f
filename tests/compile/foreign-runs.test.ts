import { expect, test } from 'vitest';
import { findForeignRuns } from '../../scripts/compile/foreign-runs.ts';

function runs(text: string, script: 'han' | 'latin' | 'other' | undefined): readonly string[] {
	return findForeignRuns(text, script).map(({ start, end }) => text.slice(start, end));
}

test.each([
	['邀请 Duncan Cass-Beggs 发言', ['Duncan Cass-Beggs']],
	['发布GPT-4后', ['GPT-4']],
	['按照IEEE/C/AISC标准', ['IEEE/C/AISC']],
	['他说“GPT-4”很好', ['GPT-4']],
	["他说'GPT'与‘AI’", ['GPT', 'AI']],
	['Robert F. Trager与U.S.的', ['Robert F. Trager', 'U.S.']],
	['O’Brien的R&D、C++与C#', ['O’Brien', 'R&D', 'C++', 'C#']],
	['5G和3D打印', ['5G', '3D']],
	['到2022年11月30日', []],
	['增长80%，共34个', []],
	['到 2022 年 11 OpenAI 发布', ['OpenAI']],
	['使用 Llama 2 时', ['Llama']],
	['《Nature》杂志（Science）', ['Nature', 'Science']],
	['见https://example.org/a-b。', ['https://example.org/a-b']],
	['cafe\u0301与naïve', ['cafe\u0301', 'naïve']],
	['第Ⅲ部ＡＢＣ', []],
	['San Francisco, CA 的', ['San Francisco, CA']],
	['一个句子 GPT-4.', ['GPT-4']],
	['A，B', ['A', 'B']],
	['Duncan\nCass-Beggs', ['Duncan\nCass-Beggs']],
])('Latin runs in Chinese: %s', (text, expected) => {
	expect(runs(text, 'han')).toEqual(expected);
});

test.each([
	['at Tsinghua (清华大学) in', ['清华大学']],
	['the “生成式” kind', ['生成式']],
	['the 《个人信息保护法》 law', ['《个人信息保护法》']],
	['the 生成式“人工智能”服务 rules', ['生成式“人工智能”服务']],
	['in 2023年5月 it', ['年5月']],
	['a full-width，comma', []],
	['the word さくら here', ['さくら']],
])('Han runs in English: %s', (text, expected) => {
	expect(runs(text, 'latin')).toEqual(expected);
});

test('Japanese kana tell Japanese from Chinese', () => {
	expect(findForeignRuns('the さくら and 清华', 'latin').map(({ script }) => script)).toEqual([
		'kana',
		'han',
	]);
});

test('a script that is neither Latin nor Han has foreign runs of both, in order', () => {
	expect(runs('Слово GPT и 清华 API', 'other')).toEqual(['GPT', '清华', 'API']);
});

test('a text in no known language has no foreign runs', () => {
	expect(runs('GPT 清华', undefined)).toEqual([]);
});

test('very long texts take no long time', () => {
	const start = performance.now();
	for (const text of ['a '.repeat(50_000), '。'.repeat(50_000), 'a-'.repeat(50_000), '1 '.repeat(3000)]) {
		findForeignRuns(`${text}汉`, 'other');
	}
	expect(performance.now() - start).toBeLessThan(4000);
});

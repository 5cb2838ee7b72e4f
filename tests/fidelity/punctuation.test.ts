import { expect, test } from 'vitest';
import { readTexts } from '../../scripts/fidelity/own-texts.ts';
import { checkChinesePunctuation } from '../../scripts/fidelity/punctuation-chinese.ts';
import { checkLatinPunctuation } from '../../scripts/fidelity/punctuation-latin.ts';
import { compileText } from '../compile/sample.ts';
import { said } from './support.ts';

function look(text: string, lang: string): readonly string[] {
	const { piece } = compileText(text, lang, { languages: [lang] });
	return said((report) => {
		for (const one of readTexts(piece)) {
			checkChinesePunctuation(one, report);
			checkLatinPunctuation(one, report);
		}
	});
}

test.each([
	'“引号”和‘单引号’，《书名》（1966年）；破折号——省略号……问号？叹号！',
	'比例是3:1，时间12:30，共1,000人，圆周率3.14，第1.0版，占30%。',
	'他说“Hello, world! (again)”，然后走了。',
	'见Smith et al., Nature, 2020; Jones (2021)。',
	'OpenAI, Google等公司',
	'文件在图.png里，地址是 www.example.org/a,b 和 a.b@example.org。',
	'用 `f(a, b)` 计算；`"x"` 是字符串。',
	'1)列出；2)比较。',
	"屏幕27\"，it's，Moore's定律",
	'卡斯-贝格斯与A-B、GPT-4',
	'3~5年',
	'## 标题：副题\n\n- 项目，其一\n',
	'| 甲（乙） | 12:30 |\n|---|---|\n| 丙，丁 | 3,000 |\n',
	'> <p lang="en">An English (quoted) paragraph, with “quotes”.</p>\n',
])('sound Chinese: %s', (text) => {
	expect(look(text, 'zh')).toEqual([]);
});

test.each([
	['中文,中文', '1:3 punctuation-chinese "," must be "，"'],
	['中文, 中文, 中文, GPT', '1:3 punctuation-chinese "," must be "，", at 3 places of this text'],
	['GPT,模型', '1:4 punctuation-chinese "," must be "，"'],
	['到2023,情况变了', '1:6 punctuation-chinese "," must be "，"'],
	['结论:无', '1:3 punctuation-chinese ":" must be "："'],
	['为什么?', '1:4 punctuation-chinese "?" must be "？"'],
	['结束了.', '1:4 punctuation-chinese "." must be "。"'],
	['他说“好”.', '1:6 punctuation-chinese "." must be "。"'],
	['如此等等...', '1:5 punctuation-chinese "..." must be "……"'],
	['如此等等。。。', '1:5 punctuation-chinese "。。" must be "……"'],
	['人--机器', '1:2 punctuation-chinese "--" must be "——"'],
	['模型(model)', '1:3 punctuation-chinese "( )" must be "（ ）", at 2 places of this text'],
	['大模型（LLM)很大', '1:8 punctuation-chinese "( )" must be "（ ）"'],
	['LLM (大模型)', '1:5 punctuation-chinese "( )" must be "（ ）", at 2 places of this text'],
	['所谓"智能"', '1:3 punctuation-chinese the straight " must be "“ ”", at 2 places of this text'],
	["所谓'智能'", '1:3 punctuation-chinese the straight \' must be "‘ ’", at 2 places of this text'],
	['他喊："Stop!"', '1:4 punctuation-chinese the straight " must be "“ ”", at 2 places of this text'],
	['文[^1]\n\n[^1]: 注,释', '3:8 punctuation-chinese "," must be "，"'],
])('%s', (text, ...messages) => {
	expect(look(text, 'zh')).toEqual(messages);
});

test.each([
	'Proper “quotes,” a dash—here—and an ellipsis … (with brackets).',
	'A “diglot” (对照本) is a book in two languages.',
	'The Classic 《道德经》 says: “道可道，非常道。”',
	'See `x，y` and <https://example.org/（a）>.',
])('sound English: %s', (text) => {
	expect(look(text, 'en')).toEqual([]);
});

test.each([
	['Hello，world', '1:6 punctuation-latin "，" is a mark of Chinese text; use ","'],
	['The end。', '1:8 punctuation-latin "。" is a mark of Chinese text; use "."'],
	[
		'A book（对照本）in two',
		...['（', '）'].map(
			(mark, index) =>
				`1:${[7, 11][index]} punctuation-latin "${mark}" is a mark of Chinese text; use "${'()'[index]}"`,
		),
	],
	[
		'The book 《Silence》',
		...['《', '》'].map(
			(mark, index) =>
				`1:${[10, 18][index]} punctuation-latin "${mark}" is a mark of Chinese text; use quotation marks or italics`,
		),
	],
	['one、two', '1:4 punctuation-latin "、" is a mark of Chinese text; use ","'],
	['30％', '1:3 punctuation-latin "％" is a mark of Chinese text; use "%"'],
])('%s', (text, ...messages) => {
	expect(look(text, 'en')).toEqual(messages);
});

test('Japanese has rules of its own, and a French text is Latin', () => {
	expect(look('日本語,日本語', 'ja')).toEqual([]);
	expect(look('un，deux', 'fr')).toEqual(['1:3 punctuation-latin "，" is a mark of Chinese text; use ","']);
});

import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compileText, textsOf } from './sample.ts';

test('every block has a language', () => {
	const { piece } = compileText(
		'## 标题\n\n段落\n\n> 引文\n\n1. 一\n2. 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n<dl><dt>词</dt><dd>解</dd></dl>\n\n<section><p>节</p></section>',
	);
	const without = new Set<string>();
	visit(piece.body, 'element', (element) => {
		if (element.properties.lang === undefined) without.add(element.tagName);
	});
	expect([...without].sort()).toEqual(['code', 'tbody', 'thead', 'tr']);
});

test('foreign runs get the first language of the book in their script', () => {
	expect(compileText('读 GPT-4 的', 'zh', { languages: ['zh', 'fr', 'en'] }).html).toBe(
		'<p lang="zh">读 <span lang="fr">GPT-4</span> 的</p>',
	);
	expect(compileText('at 清华', 'en', { languages: ['en', 'zh-Hant'] }).html).toBe(
		'<p lang="en">at <span lang="zh-Hant">清华</span></p>',
	);
});

test('a book without a language in that script says English or Chinese', () => {
	expect(compileText('读 GPT 的', 'zh', { languages: ['zh'] }).html).toContain('<span lang="en">GPT</span>');
	expect(compileText('at 清华', 'en', { languages: ['en'] }).html).toContain('<span lang="zh">清华</span>');
});

test('Japanese is set like Chinese', () => {
	expect(compileText('東京のGPT', 'ja', { languages: ['ja', 'en'] }).html).toBe(
		'<p lang="ja">東京の<span lang="en">GPT</span></p>',
	);
});

test.each(['`GPT`', '<kbd>Ctrl</kbd>', '<samp>out</samp>', '```\nGPT\n```', '<ruby>汉<rt>hàn</rt></ruby>'])(
	'never in %s',
	(markdown) => {
		expect(compileText(`汉 ${markdown.startsWith('```') ? `\n\n${markdown}` : markdown}`).html).not.toContain(
			'<span',
		);
	},
);

test('what the author says of a phrase holds', () => {
	expect(compileText('读 <span lang="fr">très doux</span> 与 <i lang="la">sic</i>').html).toBe(
		'<p lang="zh">读 <span lang="fr">très doux</span> 与 <i lang="la">sic</i></p>',
	);
});

test('what the author says of a block holds for its blocks, and its runs are judged by it', () => {
	const { html } = compileText('<div lang="en"><p>Read 清华 GPT</p></div>');
	expect(html).toBe('<div lang="en"><p lang="en">Read <span lang="zh">清华</span> GPT</p></div>');
});

test('a language that is none is reported and taken away', () => {
	const { html, rules } = compileText('读 <span lang="not a tag">salut</span>');
	expect(rules).toEqual(['html-removed 1:3']);
	expect(html).toBe('<p lang="zh">读 <span><span lang="en">salut</span></span></p>');
});

test('runs in links, headings, cells, captions and notes are marked', () => {
	const { html, piece } = compileText(
		'# 论 AI\n\n[看 GPT](https://a.org)[^1]\n\n| 甲 A |\n|---|\n| 乙 B |\n\n[^1]: 注 C',
	);
	for (const run of ['AI', 'GPT', 'A', 'B']) expect(html).toContain(`<span lang="en">${run}</span>`);
	expect(textsOf(piece.notes[0]?.children[0] ?? piece.body).map(({ value }) => value)).toEqual(['注 ', 'C']);
});

test('cut texts keep their places, through escapes and references', () => {
	const { piece } = compileText('中\\*文 GPT &amp; 中 LLM 完');
	const places = textsOf(piece.body).map(({ value, position }) => [value, position?.start.column]);
	expect(places).toEqual([
		['中*文 ', 1],
		['GPT', 6],
		[' & 中 ', 9],
		['LLM', 18],
		[' 完', 21],
	]);
});

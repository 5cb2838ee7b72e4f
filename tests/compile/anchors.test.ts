import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { asset, compile, compileText, elementOf } from './sample.ts';

function anchorsOf(markdown: string): readonly string[] {
	const { piece, rules } = compileText(markdown, 'zh', { assets: [asset('x.png')] });
	expect(rules).toEqual([]);
	const found: string[] = [];
	visit(piece.body, 'element', ({ tagName, data }: Element) => {
		if (data?.anchor !== undefined) found.push(`${tagName} ${data.anchor}`);
	});
	return found;
}

test.each([
	['## 题目 {#limits}', ['h2 limits']],
	['## 题目{#limits}\n\n## 另一题', ['h2 limits']],
	['题目 {#界限}\n====', ['h2 界限']],
	['一段。 {#one}\n\n二段。', ['p one']],
	['一段\n两行\n{#one}', ['p one']],
	['文[^n] {#one}\n\n[^n]: 注', ['p one']],
	['- 甲 {#a}\n- 乙', ['li a']],
	['- 甲 {#a}\n  - 内 {#b}\n- 乙', ['li a', 'li b']],
	['- 甲 {#a}\n\n  第二段 {#b}\n\n- 乙', ['li a', 'p b']],
	['> 引文 {#q}', ['p q']],
	['| a |\n| - |\n| b |\n\n: 表 {#t}', ['table t']],
	['![x](x.png "图") {#f}', ['figure f']],
])('%j names its block', (markdown, anchors) => {
	expect(anchorsOf(markdown)).toEqual(anchors);
});

test.each([
	'一段 \\{#x}。',
	'一段 \\{#x}',
	'一段 `{#x}`',
	'```\n{#x}\n```',
	'一段 {#x} 还有。',
	'{#x}',
	'一段 {#1}',
	'一段 {#x .y}',
])('%j has no name', (markdown) => {
	expect(anchorsOf(markdown)).toEqual([]);
	expect(compileText(markdown).html).toContain('{#');
});

test('a name is not printed, and no part of the heading', () => {
	const { html, piece } = compileText('## 题目 {#limits}\n\n一段。 {#one}');
	expect(html).toBe('<h2 id="zh-a-h1" lang="zh">题目</h2>\n<p id="zh-a-one" lang="zh">一段。</p>');
	expect(piece.headings.map(({ title }) => title.text)).toEqual(['题目']);
});

test('links lead to it from its own piece and from others, rather than to a heading that is called the same', () => {
	const { piece, found } = compile({
		files: {
			'a.zh.md': '## limits\n\n### 题目 {#limits}\n\n[甲](#limits)\n\n## 尾 {#end}',
			'b.zh.md': '[乙](a.md#limits) [丙](a.md#end) [丁](a.md#尾)',
		},
	});
	expect(found).toEqual([]);
	expect(elementOf(piece('a.zh.md').body, 'a').properties.href).toBe('#zh-a-h2');
	const hrefs: unknown[] = [];
	visit(piece('b.zh.md').body, 'element', ({ tagName, properties }: Element) => {
		if (tagName === 'a') hrefs.push(properties.href);
	});
	expect(hrefs).toEqual(['#zh-a-h2', '#zh-a-h3', '#zh-a-h3']);
});

test('a name that is given twice is reported where it is given again, and the first keeps it', () => {
	const { rules, html } = compileText('一 {#x}\n\n二 {#x}\n\n[三](#x)');
	expect(rules).toEqual(['anchor-duplicate 3:1']);
	expect(html).toContain('<p id="zh-a-x" lang="zh">一</p>');
	expect(html).toContain('<p lang="zh">二</p>');
	expect(html).toContain('href="#zh-a-x"');
});

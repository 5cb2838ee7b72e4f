import { expect, test } from 'vitest';
import { isJoined } from '../../scripts/compile/join-cjk-lines.ts';
import { asset, compileText, textsOf, toHtml } from './sample.ts';

function inner(markdown: string, lang = 'zh'): string {
	return compileText(markdown, lang)
		.html.replace(/^<p lang="..">|<\/p>$/g, '')
		.replace(/<\/?span[^>]*>/g, '');
}

test.each([
	['between Han characters', '生成\n智能', '生成智能'],
	['between kana', 'かな\nカナ', 'かなカナ'],
	['after full-width punctuation', '错误，\n幻觉', '错误，幻觉'],
	['between full-width punctuation and Latin', '错误，\nGPT', '错误，GPT'],
	['before full-width punctuation', 'GPT\n，错误', 'GPT，错误'],
	['before a curly quotation mark in Chinese', '他说\n“错误”', '他说“错误”'],
	['after a curly quotation mark in Chinese', '“错误”\n的', '“错误”的'],
	['of characters outside the BMP', '𠀀\n𠀁', '𠀀𠀁'],
	['over an element that begins', '错误\n**强调**', '错误<strong>强调</strong>'],
	['over an element that ends', '**错误**\n强调', '<strong>错误</strong>强调'],
	['between two elements', '**错误**\n*强调*', '<strong>错误</strong><em>强调</em>'],
	['within nested elements', '**错误*里\n面***', '<strong>错误<em>里面</em></strong>'],
	['several in one text', '一\n二\n三', '一二三'],
])('a soft line break disappears %s', (_name, markdown, expected) => {
	expect(inner(markdown)).toBe(expected);
});

test.each([
	['between Han and Latin', '错误\nGPT', '错误\nGPT'],
	['between Latin and Han', 'GPT\n错误', 'GPT\n错误'],
	['between Han and a digit', '错误\n2024', '错误\n2024'],
	['between Hangul', '한국\n어', '한국\n어'],
	['between Hangul and Han', '漢字\n한국', '漢字\n한국'],
	['between Latin words', 'two\nwords', 'two\nwords'],
	['between Latin and a curly quotation mark', 'GPT\n“x', 'GPT\n“x'],
])('a soft line break stays %s', (_name, markdown, expected) => {
	expect(inner(markdown)).toBe(expected);
});

test('an image is no wide character', () => {
	const { html } = compileText('错误\n![图](a.png)\n幻觉', 'zh', { assets: [asset('a.png')] });
	expect(html).toMatch(/错误\n<img [^>]+>\n幻觉/);
});

test('a curly quotation mark keeps its space in English', () => {
	expect(isJoined('错', '“', false)).toBe(false);
	expect(isJoined('错', '“', true)).toBe(true);
});

test('a hard break stays', () => {
	expect(inner('错误  \n幻觉')).toBe('错误<br>\n幻觉');
	expect(inner('错误\\\n幻觉')).toBe('错误<br>\n幻觉');
});

test('the call of a note is no character of the line', () => {
	expect(inner('错误[^1]\n幻觉\n\n[^1]: 注')).toMatch(/^错误<a [^>]+>1<\/a>幻觉$/);
});

test('blocks do not see each other', () => {
	const { html } = compileText('<div>\n错误\n</div>\n\n幻觉');
	expect(html).toContain('\n<p lang="zh">幻觉</p>');
	expect(compileText('- 一\n- 二\n  三').html).toContain('<li lang="zh">二三</li>');
});

test('lines of code stay as they are', () => {
	expect(compileText('```\n错误\n幻觉\n```').html).toContain('错误\n幻觉');
});

test('joins the lines of a note and of a heading', () => {
	const { piece } = compileText('标\n题\n===\n\n文[^1]\n\n[^1]: 说\n    明');
	expect(piece.headings[0]?.title.text).toBe('标题');
	expect(toHtml(piece.notes[0]?.children ?? [])).toBe('<p lang="zh">说明</p>');
});

test('each line becomes a text with its own place', () => {
	const { piece } = compileText('> 第一行\n> 第二行 with\n> words');
	const places = textsOf(piece.body)
		.filter(({ value }) => value.trim() !== '')
		.map(({ value, position }) => [value, position?.start.line, position?.start.column]);
	expect(places).toEqual([
		['第一行', 1, 3],
		['第二行 ', 2, 3],
		['with\n', 2, 7],
		['words', 3, 3],
	]);
});

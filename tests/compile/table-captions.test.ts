import { expect, test } from 'vitest';
import { compileText, elementOf } from './sample.ts';

const table = '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |';

function captions(markdown: string): readonly string[] {
	const { html } = compileText(markdown);
	return [...html.matchAll(/<table[^>]*>\s*<caption[^>]*>(.*?)<\/caption>/gs)].map(([, text = '']) => text);
}

test('a paragraph behind a table that begins with a colon is its caption', () => {
	expect(captions(`${table}\n\n: 各项 *手段*\n\n后文`)).toEqual(['各项 <em>手段</em>']);
	expect(compileText(`${table}\n\n: 手段\n\n后文`).html).toMatch(/<\/table>\s*<p lang="zh">后文<\/p>/);
	expect(captions(`${table}\n\n:\n手段`)).toEqual(['手段']);
});

test('tables in quotations and lists have captions too, each its own', () => {
	const quoted = `> ${table.replaceAll('\n', '\n> ')}\n>\n> : 引文`;
	expect(captions(`${quoted}\n\n${table}\n\n: 正文`)).toEqual(['引文', '正文']);
	expect(captions(`- 项\n\n  ${table.replaceAll('\n', '\n  ')}\n\n  : 列表`)).toEqual(['列表']);
});

test('what stands elsewhere or begins otherwise is no caption', () => {
	for (const rest of [':手段', '：手段', '后文\n\n: 手段', '## 题\n\n: 手段', ':', '    : 手段']) {
		expect(captions(`${table}\n\n${rest}`)).toEqual([]);
	}
	expect(captions(`: 手段\n\n${table}`)).toEqual([]);
	expect(captions('<table><caption>已有</caption><tr><td>1</td></tr></table>\n\n: 手段')).toEqual(['已有']);
});

test('a caption keeps its notes, its languages and its place in the source', () => {
	const { piece } = compileText(`${table}\n\n: 见 OpenAI[^1]\n\n[^1]: 注`);
	expect(piece.notes).toHaveLength(1);
	expect(elementOf(piece.body, 'caption')).toMatchObject({
		properties: { lang: 'zh' },
		position: { start: { line: 5, column: 1 } },
		children: [
			{ value: '见 ', position: { start: { line: 5, column: 3 } } },
			{ tagName: 'span', properties: { lang: 'en' } },
			{ tagName: 'a', properties: { className: ['note-call'] } },
		],
	});
});

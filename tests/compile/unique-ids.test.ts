import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compile, compileText } from './sample.ts';

test('headings, figures and notes are numbered in order', () => {
	const { piece, html } = compileText('## 一\n\n## 二\n\n文[^x]\n\n[^x]: 注');
	expect(piece.key).toBe('zh-a');
	expect(piece.headings.map(({ id }) => id)).toEqual(['zh-a-h1', 'zh-a-h2']);
	expect(piece.notes.map(({ id }) => id)).toEqual(['zh-a-n1']);
	expect(html).toContain('id="zh-a-n1-call"');
});

test('ids of the author get the prefix and links follow', () => {
	const { html, found } = compileText('<p id="Hier">x</p>\n\n<a id="老地方"></a>\n\n[a](#Hier) [b](#老地方)');
	expect(found).toEqual([]);
	expect(html).toContain('<p id="zh-a-Hier"');
	const [, id] = /<a id="([^"]+)">/.exec(html) ?? [];
	expect(id).toMatch(/^zh-a-[\da-f]{8}$/);
	expect(html).toContain(`href="#zh-a-Hier"`);
	expect(html).toContain(`href="#${id}"`);
});

test('an id of the author cannot take that of a heading', () => {
	const { html } = compileText('## 一\n\n<span id="h1">x</span> <span id="h1">y</span>');
	expect([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
		'zh-a-h1',
		'zh-a-h1-2',
		'zh-a-h1-3',
	]);
});

test('paths that come to the same key are told apart', () => {
	const { piece, book } = compile({
		files: { 'a/b.zh.md': '## x', 'a-b.zh.md': '## x', 'a-b-h1.zh.md': '', 'a/b.en.md': '' },
	});
	const keys = ['a/b.zh.md', 'a-b.zh.md', 'a-b-h1.zh.md', 'a/b.en.md'].map((file) => piece(file).key);
	expect(keys).toEqual(['zh-a-b', 'zh-a-b-2', 'zh-a-b-h1', 'en-a-b']);
	const ids: string[] = [...keys];
	for (const versions of book.pieces.values()) {
		for (const { body } of Object.values(versions)) {
			visit(body, 'element', ({ properties: { id } }) => {
				if (typeof id === 'string') ids.push(id);
			});
		}
	}
	expect(new Set(ids).size).toBe(ids.length);
});

import type { Text } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { createKeepWords } from '../../scripts/compose/keep-words.ts';
import { element, markup, text, tree } from '../support/edition.ts';

const keepWords = createKeepWords('zh');
const keep = (html: string) => markup(keepWords(tree(html)));

test('wraps words of two Han characters and more in headings', () => {
	expect(keep('<h1>人工智能治理的挑战</h1>')).toBe(
		'<h1><span class="word">人工</span><span class="word">智能</span><span class="word">治理</span>的<span class="word">挑战</span></h1>',
	);
});

test('Latin words, digits and marks stay as they are', () => {
	expect(keep('<h2>AI，2024 与 “治理”</h2>')).toBe('<h2>AI，2024 与 “<span class="word">治理</span>”</h2>');
	expect(keep('<h2>Governance of AI</h2>')).toBe('<h2>Governance of AI</h2>');
});

test('reaches into foreign runs and emphasis, and leaves paragraphs alone', () => {
	expect(keep('<h3>a<em id="x">治理</em></h3><p>全球治理</p>')).toBe(
		'<h3>a<em id="x"><span class="word">治理</span></em></h3><p>全球治理</p>',
	);
});

test('an element may ask for it', () => {
	expect(keep('<p class="toc-line keep-words">治理</p><p class="toc-line">治理</p>')).toBe(
		'<p class="toc-line keep-words"><span class="word">治理</span></p><p class="toc-line">治理</p>',
	);
});

test('a long run that is one word may still break', () => {
	const long = '哈哈哈哈哈哈哈哈';
	expect(keep(`<h1>${long}</h1>`).replaceAll(/<span class="word">..{0,4}<\/span>/g, '')).not.toContain(
		'<span',
	);
});

test('keeps the whole text', () => {
	const title = '第一章 生成式人工智能的“风险”与AI治理：《条例》';
	let seen = '';
	visit(keepWords(tree(`<h1>${title}</h1>`)), 'text', (node) => {
		seen += node.value;
	});
	expect(seen).toBe(title);
});

test('each part stands where it stood in the manuscript', () => {
	const root = keepWords({ type: 'root', children: [element('h1', [text('全球治理：AI', 3, 8)])] });
	const parts: [string, number | undefined][] = [];
	visit(root, 'text', (node: Text) => {
		parts.push([node.value, node.position?.start.column]);
	});
	expect(parts).toEqual([
		['全球', 8],
		['治理', 10],
		['：AI', 12],
	]);
});

test('the tree that went in is left as it was, and what holds no such words is shared', () => {
	const source = tree('<h1>治理</h1><div><p>全球治理</p></div>');
	const before = structuredClone(source);
	const kept = keepWords(source);
	expect(source).toEqual(before);
	expect(kept.children[0]).not.toBe(source.children[0]);
	expect(kept.children[1]).toBe(source.children[1]);
});

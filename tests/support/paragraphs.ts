import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

export interface SourceTexts {
	/** Paragraphs, headings, cells and code of the body, in order. */
	readonly body: readonly string[];
	readonly notes: readonly string[];
}

const parser = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkCjkFriendly)
	.use(remarkFrontmatter)
	.freeze();

/** Reads what a Markdown file says, by itself, apart from Diglot's own compiler. */
export function readSource(file: string): SourceTexts {
	const tree: Root = parser.parse(readMarkdown(file));
	const body: string[] = [];
	const notes: string[] = [];
	moveCaptions(tree);
	visit(tree, (node, _index, parent) => {
		if (node.type === 'footnoteDefinition') {
			notes.push(...node.children.map(textOf));
			return SKIP;
		}
		const isBlock = ['paragraph', 'heading', 'tableCell', 'code'].includes(node.type);
		if (!isBlock || parent?.type === 'footnoteDefinition') return;
		body.push(textOf(node));
		return SKIP;
	});
	return { body: body.filter((text) => text !== ''), notes };
}

/** A file without the names of its places, `{#name}` at the end of a line, which are not printed. */
function readMarkdown(file: string): string {
	return readFileSync(file, 'utf8').replaceAll(/[ \t]*\{#[\w-]+\}[ \t]*$/gm, '');
}

/** The headings of a file that stand under no other. */
export function topHeadings(file: string): readonly string[] {
	const headings = parser.parse(readMarkdown(file)).children.filter((node) => node.type === 'heading');
	let top = 6;
	return headings.flatMap((heading) => {
		if (heading.depth > top) return [];
		top = heading.depth;
		return [textOf(heading)];
	});
}

/** A caption is written below its table and printed above it. */
function moveCaptions(tree: Root): void {
	tree.children.forEach((node, index) => {
		const before = tree.children[index - 1];
		const [first] = node.type === 'paragraph' ? node.children : [];
		if (before?.type !== 'table' || first?.type !== 'text' || !first.value.startsWith(': ')) return;
		first.value = first.value.slice(2);
		tree.children.splice(index - 1, 2, node, before);
	});
}

/** The words that are printed: alternative texts, addresses, note calls and raw tags are not. */
function textOf(node: Nodes): string {
	if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
	if (node.type === 'break') return ' ';
	// A picture alone in its paragraph prints its title as caption.
	if (node.type === 'image') return node.title ?? '';
	if ('children' in node) return (node.children as Nodes[]).map(textOf).join('');
	return '';
}

/** Every source file of a manuscript in one language, in no particular order. */
export function sourceFiles(manuscript: string, lang: string): readonly string[] {
	return readdirSync(manuscript, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(`.${lang}.md`))
		.map((name) => join(manuscript, name));
}

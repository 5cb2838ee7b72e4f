import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import type { Lang } from '../model/index.ts';
import { type BookContext, contextOf, reportAt, type TextContext } from './context.ts';
import { findForeignRuns, type Run } from './foreign-runs.ts';
import { createLocate, cutText } from './positions.ts';

const BLOCKS = new Set([
	...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'div', 'section', 'figure', 'figcaption'],
	...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'th', 'td'],
]);

// Code is in no language, pinyin over Chinese is Chinese, and a drawing holds no HTML.
const NEVER_MARKED = new Set(['code', 'pre', 'kbd', 'samp', 'rt', 'rp', 'svg', 'input']);

/** Sets `lang` on every block and puts `<span lang>` round every run in another script. */
export function rehypeLanguage() {
	return (tree: Root, file: VFile): void => mark(tree, contextOf(file).lang, contextOf(file));
}

function mark(parent: Parents, lang: Lang, context: TextContext): void {
	let changed = false;
	const children: Parents['children'][number][] = [];
	for (const child of parent.children) {
		if (child.type === 'text') {
			const parts = markForeignRuns(child, lang, context.book, context.source);
			changed ||= parts.length > 1 || parts[0] !== child;
			children.push(...parts);
			continue;
		}
		if (child.type === 'element') markElement(child, lang, context);
		children.push(child);
	}
	if (changed) parent.children = children as typeof parent.children;
}

function markElement(element: Element, lang: Lang, context: TextContext): void {
	const given = givenLang(element, context);
	const ownsLines = isBlock(element);
	if (ownsLines) element.properties.lang = given ?? lang;
	if (NEVER_MARKED.has(element.tagName)) return;
	// The author knows what a phrase with a language of its own is.
	if (given !== undefined && !ownsLines) return;
	mark(element, given ?? lang, context);
}

/** True for an element that begins a new line and says its language. */
export function isBlock(element: Element): boolean {
	return BLOCKS.has(element.tagName);
}

function givenLang(element: Element, context: TextContext): Lang | undefined {
	const { lang } = element.properties;
	if (typeof lang !== 'string') return undefined;
	if (context.book.scriptOf(lang) !== undefined) return lang;
	delete element.properties.lang;
	const message = `lang="${lang}" of <${element.tagName}> was removed: it is no language tag`;
	reportAt(context, 'html-removed', message, element.position, 'Write a tag such as en, zh or fr.');
	return undefined;
}

/** A text node cut into its own and its foreign runs; the node itself where there are none. */
export function markForeignRuns(
	text: Text,
	lang: Lang,
	book: BookContext,
	source: string,
): readonly ElementContent[] {
	const runs = findForeignRuns(text.value, book.scriptOf(lang));
	if (runs.length === 0) return [text];
	const locate = createLocate(text, source);
	const parts: ElementContent[] = [];
	let from = 0;
	for (const run of runs) {
		if (run.start > from) parts.push(cutText(text, from, run.start, locate));
		parts.push(span(cutText(text, run.start, run.end, locate), langOf(run, book)));
		from = run.end;
	}
	if (from < text.value.length) parts.push(cutText(text, from, text.value.length, locate));
	return parts;
}

function span(text: Text, lang: Lang): Element {
	const element: Element = { type: 'element', tagName: 'span', properties: { lang }, children: [text] };
	if (text.position) element.position = text.position;
	return element;
}

function langOf(run: Run, book: BookContext): Lang {
	if (run.script === 'kana') return 'ja';
	const usual = run.script === 'latin' ? 'en' : 'zh';
	return book.languages.find((lang) => book.scriptOf(lang) === run.script) ?? usual;
}

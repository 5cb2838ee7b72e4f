import type { Element, ElementData, Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { contextOf, countUp, reportAt, type TextContext } from './context.ts';
import { isBlock } from './language.ts';
import { createLocate } from './positions.ts';

/** A name in braces at the end of a block, as in Pandoc: `{#limits}`. */
const mark = /\s*\{#([\p{L}_][\p{L}\p{M}\p{N}_.:-]*)\}\s*$/u;

/**
 * Takes the names that authors give to places off the end of headings, paragraphs, list items and the like, and keeps
 * each as `data.anchor`. A picture alone in its paragraph has the name behind it, a table in its caption. An item has it
 * at the end of its first paragraph.
 */
export function rehypeAnchors() {
	return (tree: Root, file: VFile): void => {
		// What is shown in several places has no ids.
		if (contextOf(file).key !== '') takeAll(tree, contextOf(file));
	};
}

function takeAll(parent: Parents, context: TextContext): void {
	for (const child of parent.children) {
		if (child.type !== 'element' || child.tagName === 'pre') continue;
		takeAll(child, context);
		if (isBlock(child)) take(child, context);
	}
	if (parent.type === 'element' && parent.tagName === 'li') liftFromFirst(parent);
}

function liftFromFirst(item: Element): void {
	const first = item.children.find((child) => child.type === 'element');
	const anchor = first?.tagName === 'p' ? first.data?.anchor : undefined;
	if (!first?.data || anchor === undefined) return;
	setAnchor(item, anchor);
	delete first.data.anchor;
}

/** Names an element. */
export function setAnchor(element: Element, anchor: string): void {
	// Declared for the parser of HTML, which alone sets it.
	const others = element.data as ElementData;
	element.data = { ...others, anchor };
}

function take(block: Element, context: TextContext): void {
	const text = lastText(block);
	const [whole, name] = (text && mark.exec(text.value)) ?? [];
	if (text === undefined || whole === undefined || name === undefined) return;
	// A name with nothing before it names nothing.
	if (whole === text.value && block.children.length === 1) return;
	if (isEscaped(text, text.value.length - whole.trimStart().length, context)) return;
	text.value = text.value.slice(0, -whole.length);
	if (countUp(context, anchorCount(name)) > 1) {
		reportAt(context, 'anchor-duplicate', `{#${name}} is given twice in this file`, text.position);
		return;
	}
	setAnchor(block, name);
}

/** The text that ends the words of a block, before a list or another block inside it. */
function lastText({ children }: Element): Text | undefined {
	const inner = children.findIndex((child) => child.type === 'element' && isBlock(child));
	const own = inner < 0 ? children : children.slice(0, inner);
	const last = own.findLast((child) => child.type !== 'text' || child.value.trim() !== '');
	return last?.type === 'text' ? last : undefined;
}

/** `\\{#x}` is text. */
function isEscaped(text: Text, index: number, { source }: TextContext): boolean {
	const { offset } = createLocate(text, source)(index) ?? {};
	return offset !== undefined && source[offset] !== '{';
}

/** Under which the names of a text are counted. */
export function anchorCount(name: string): string {
	return `{#${name}}`;
}

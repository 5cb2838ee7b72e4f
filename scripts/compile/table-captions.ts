import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { setAnchor } from './anchors.ts';
import { contextOf } from './context.ts';
import { createLocate, cutText } from './positions.ts';

/** What a paragraph begins with that is the caption of the table above it, as in Pandoc. */
const mark = /^:[ \u00a0\n]+/;

/**
 * Makes a caption of each paragraph right behind a table that begins with a colon and a space: `: Measures`. An anchor
 * in it is that of the table.
 */
export function rehypeTableCaptions() {
	return (tree: Root, file: VFile): void => moveCaptions(tree, contextOf(file).source);
}

function moveCaptions(parent: Parents, source: string): void {
	for (const [index, child] of parent.children.entries()) {
		if (child.type !== 'element') continue;
		const next = child.tagName === 'table' ? nextElement(parent, index) : undefined;
		const caption = next && !hasCaption(child) ? toCaption(next, source) : undefined;
		if (next && caption) {
			child.children.unshift(caption);
			if (next.data?.anchor !== undefined) setAnchor(child, next.data.anchor);
			parent.children.splice(parent.children.indexOf(next), 1);
		}
		moveCaptions(child, source);
	}
}

function nextElement({ children }: Parents, index: number): Element | undefined {
	const next = children.slice(index + 1).find((node) => node.type !== 'text' || node.value.trim() !== '');
	return next?.type === 'element' && next.tagName === 'p' ? next : undefined;
}

function hasCaption({ children }: Element): boolean {
	return children.some((child) => child.type === 'element' && child.tagName === 'caption');
}

function toCaption({ children, properties, position }: Element, source: string): Element | undefined {
	const [first, ...rest] = children;
	if (first?.type !== 'text' || !mark.test(first.value)) return undefined;
	const text = withoutMark(first, source);
	const content: ElementContent[] = text.value === '' ? rest : [text, ...rest];
	if (content.length === 0) return undefined;
	return {
		type: 'element',
		tagName: 'caption',
		properties,
		children: content,
		...(position ? { position } : {}),
	};
}

function withoutMark(text: Text, source: string): Text {
	const length = mark.exec(text.value)?.[0].length ?? 0;
	return cutText(text, length, text.value.length, createLocate(text, source));
}

import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { isBlock } from './language.ts';

/** What holds blocks of text; elsewhere an image is part of a line. */
const holders = new Set(['blockquote', 'div', 'section']);

/**
 * Gives an image in HTML that stands between empty lines a paragraph of its own, as the same image in Markdown has. Mere
 * decoration stays as it is.
 */
export function rehypeBareImages() {
	return (tree: Root, file: VFile): void => {
		if (contextOf(file).key !== '') wrapImages(tree);
	};
}

function wrapImages(parent: Parents): void {
	const shown = parent.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	const bare = new Set<Parents['children'][number]>();
	for (const [index, child] of shown.entries()) {
		if (child.type !== 'element') continue;
		if (holders.has(child.tagName)) wrapImages(child);
		const isApart = [shown[index - 1], shown[index + 1]].every((other) => !other || isParted(child, other));
		if (isDescribed(child) && isApart) bare.add(child);
	}
	if (bare.size === 0) return;
	parent.children = parent.children.map((child) => {
		return bare.has(child) ? paragraph(child as Element) : child;
	}) as typeof parent.children;
}

/** Another image in the next line is a neighbour; an empty line parts the two. */
function isParted(image: Element, other: Parents['children'][number]): boolean {
	if (other.type !== 'element') return false;
	if (!isImage(other)) return isBlock(other) || other.tagName === 'hr';
	const [first, second] = [image, other]
		.flatMap(({ position }) => (position ? [position] : []))
		.sort((a, b) => a.start.line - b.start.line);
	return first !== undefined && second !== undefined && second.start.line - first.end.line > 1;
}

function isImage({ tagName }: Element): boolean {
	return tagName === 'img' || tagName === 'svg';
}

function isDescribed(element: Element): boolean {
	if (!isImage(element)) return false;
	return element.tagName === 'img' ? element.properties.alt !== '' : !element.properties.ariaHidden;
}

function paragraph(image: Element): Element {
	const { position } = image;
	return {
		type: 'element',
		tagName: 'p',
		properties: {},
		children: [image],
		...(position ? { position } : {}),
	};
}

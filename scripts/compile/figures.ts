import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf, type TextContext } from './context.ts';

/** Makes a figure of each image that is alone in its paragraph; its title, read as Markdown, is the caption. */
export function rehypeFigures() {
	return (tree: Root, file: VFile): void => makeFigures(tree, contextOf(file));
}

function makeFigures(parent: Parents, context: TextContext): void {
	for (const child of parent.children) {
		if (child.type !== 'element') continue;
		const image = child.tagName === 'p' ? onlyImage(child) : undefined;
		if (image && context.key !== '') makeFigure(child, image, context);
		else makeFigures(child, context);
		// A drawing within a line has no place for a title.
		if (child.tagName === 'svg') delete child.properties.title;
	}
}

function onlyImage(paragraph: Element): Element | undefined {
	const content = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	const [first] = content;
	const isAlone = content.length === 1 && first?.type === 'element';
	return isAlone && (first.tagName === 'img' || first.tagName === 'svg') ? first : undefined;
}

function makeFigure(paragraph: Element, image: Element, context: TextContext): void {
	const title = captionOf(image);
	paragraph.tagName = 'figure';
	paragraph.children = [image];
	if (typeof title !== 'string' || title.trim() === '') return;
	const caption: Element = {
		type: 'element',
		tagName: 'figcaption',
		properties: {},
		children: context.book.readPhrase(title, image.position, context),
	};
	if (image.position) caption.position = image.position;
	paragraph.children.push(caption);
}

function captionOf(image: Element): unknown {
	const { title } = image.properties;
	delete image.properties.title;
	return title;
}

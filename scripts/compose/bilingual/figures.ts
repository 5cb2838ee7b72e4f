import type { Element, ElementContent } from 'hast';
import type { BlockPair } from '../../model/index.ts';

/** The image file that a figure shows; undefined for one with more than one, and for anything else. */
function fileOf({ tagName, children }: Element): string | undefined {
	if (tagName !== 'figure') return undefined;
	const images = children.filter(isImage);
	const [only] = images;
	if (images.length !== 1 || !only) return undefined;
	const { src } = only.properties;
	return only.data?.image ?? (typeof src === 'string' ? src : undefined);
}

/** A picture of a figure, whether as an image or as a drawing. */
export function isImage(node: ElementContent): node is Element {
	return node.type === 'element' && (node.tagName === 'img' || node.tagName === 'svg');
}

/** Whether text and translation show the same picture: it needs no words, and stands once for both. */
export function isSameFigure({ source, target }: BlockPair): boolean {
	if (!source?.node || !target?.node) return false;
	const file = fileOf(source.node);
	return file !== undefined && file === fileOf(target.node);
}

export function captionOf(figure: Element): Element | undefined {
	return figure.children.find(
		(child): child is Element => child.type === 'element' && child.tagName === 'figcaption',
	);
}

/** What is left of a figure whose picture stands elsewhere: its caption, if it has one. */
export function withoutImage(figure: Element): Element | undefined {
	const caption = captionOf(figure);
	if (!caption) return undefined;
	const { lang, id } = figure.properties;
	const properties = {
		className: ['lone-caption', 'sans'],
		...(lang ? { lang } : {}),
		...(id ? { id } : {}),
	};
	return { ...caption, tagName: 'p', properties };
}

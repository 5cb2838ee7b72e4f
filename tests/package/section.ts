import type { Element, ElementContent } from 'hast';
import { element, tree } from '../support/edition.ts';

/** Markup inside a `section`. */
export function section(html: string): Element {
	return element('section', contentOf(html));
}

/** Markup as nodes that may stand in an element. */
export function contentOf(html: string): readonly ElementContent[] {
	return tree(html).children.filter((child): child is ElementContent => child.type !== 'doctype');
}

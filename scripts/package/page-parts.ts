import type { Element } from 'hast';
import { replaceElements } from './elements.ts';

/** What only means something where there are pages: folios, the leaders before them, and what a template marks. */
const pageClasses = ['page-ref', 'leader', 'pages-only'];

/** Whether an element needs pages. */
export function isPagePart({ properties: { className } }: Element): boolean {
	return Array.isArray(className) && className.some((name) => pageClasses.includes(`${name}`));
}

/** Takes out the elements that need pages; the tree is changed. */
export function removePageParts(tree: Element): void {
	replaceElements(tree, (element) => (isPagePart(element) ? [] : undefined));
}

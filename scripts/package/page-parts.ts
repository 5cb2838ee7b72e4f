import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** What only means something where there are pages: folios, the leaders before them, and what a template marks. */
const pageClasses = ['page-ref', 'leader', 'pages-only'];

/** Takes out the elements that need pages; the tree is changed. */
export function removePageParts(tree: Element): void {
	visit(tree, 'element', (element, index, parent) => {
		const { className } = element.properties;
		const isPagePart = Array.isArray(className) && className.some((name) => pageClasses.includes(`${name}`));
		if (!isPagePart || !parent || index === undefined) return;
		parent.children.splice(index, 1);
		return index;
	});
}

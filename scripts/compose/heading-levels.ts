import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Moves every heading down by `shift` levels, at most to h6; the tree is changed. */
export function shiftHeadings(tree: Root, shift: number): Root {
	if (shift === 0) return tree;
	visit(tree, 'element', (element) => {
		const level = /^h([1-6])$/.exec(element.tagName)?.[1];
		if (level) element.tagName = `h${Math.min(6, Number(level) + shift)}`;
	});
	return tree;
}

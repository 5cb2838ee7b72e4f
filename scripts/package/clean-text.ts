import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

const softHyphens = /\u00ad/g;

/** Text without soft hyphens: reading systems hyphenate themselves, and search and dictionaries stumble over them. */
export function withoutSoftHyphens(text: string): string {
	return text.replace(softHyphens, '');
}

/** Takes soft hyphens out of all text and attributes, and comments out of the tree; the tree is changed. */
export function cleanText(tree: Element): void {
	visit(tree, (node, index, parent) => {
		if (node.type === 'text') node.value = withoutSoftHyphens(node.value);
		if (node.type === 'element') cleanProperties(node);
		if (node.type !== 'comment' || !parent || index === undefined) return;
		parent.children.splice(index, 1);
		return index;
	});
}

function cleanProperties({ properties }: Element): void {
	for (const [name, value] of Object.entries(properties)) {
		if (typeof value === 'string') properties[name] = withoutSoftHyphens(value);
	}
}

import type { Element } from 'hast';

const softHyphens = /\u00ad/g;

/** Text without soft hyphens: reading systems hyphenate themselves, and search and dictionaries stumble over them. */
export function withoutSoftHyphens(text: string): string {
	return text.replace(softHyphens, '');
}

/** Takes soft hyphens out of all text and attributes, and comments out of the tree; the tree is changed. */
export function cleanText(tree: Element): void {
	cleanProperties(tree);
	tree.children = tree.children.filter((child) => child.type !== 'comment');
	for (const child of tree.children) {
		if (child.type === 'text') child.value = withoutSoftHyphens(child.value);
		if (child.type === 'element') cleanText(child);
	}
}

function cleanProperties({ properties }: Element): void {
	for (const [name, value] of Object.entries(properties)) {
		if (typeof value === 'string') properties[name] = withoutSoftHyphens(value);
	}
}

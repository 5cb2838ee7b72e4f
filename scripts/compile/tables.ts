import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Says of each head cell what it heads, and turns alignment into a class. */
export function rehypeTables() {
	return (tree: Root): void => {
		visit(tree, 'element', (element, _index, parent) => {
			if (element.tagName === 'th' || element.tagName === 'td') alignAsClass(element);
			if (element.tagName === 'tr' && parent?.type === 'element') {
				setScope(element, parent.tagName === 'thead');
			}
		});
	};
}

function alignAsClass(cell: Element): void {
	const { align } = cell.properties;
	delete cell.properties.align;
	if (typeof align === 'string') cell.properties.className = [`align-${align}`];
}

function setScope(row: Element, isHead: boolean): void {
	const cells = row.children.filter((child) => child.type === 'element');
	for (const [index, cell] of cells.entries()) {
		if (cell.tagName !== 'th' || cell.properties.scope !== undefined) continue;
		if (isHead) cell.properties.scope = 'col';
		else if (index === 0) cell.properties.scope = 'row';
	}
}

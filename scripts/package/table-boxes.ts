import type { Element } from 'hast';

/**
 * Puts each table into a box that moves sideways by itself where type is large or the screen small, so that no page
 * does. The keyboard reaches it, and it has a name (WCAG 2.2, 1.4.10, 2.1.1 and 4.1.2). The tree is changed.
 * @param label what a screen reader says of the box
 */
export function boxTables(parent: Element, label: string): void {
	parent.children = parent.children.map((child) => {
		if (child.type !== 'element') return child;
		boxTables(child, label);
		return child.tagName === 'table' ? box(child, label) : child;
	});
}

function box(table: Element, label: string): Element {
	return {
		type: 'element',
		tagName: 'div',
		properties: { className: ['table-box'], role: 'group', ariaLabel: label, tabIndex: 0 },
		children: [table],
	};
}

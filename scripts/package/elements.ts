import type { Element, ElementContent, Nodes, Parents } from 'hast';

// A book has some hundred thousand nodes, and is walked through a dozen times: a general walker, which names the way
// to every node, takes ten times as long.

/** Calls for every element below a node, and for the node itself where it is one, in document order. */
export function eachElement(node: Nodes, call: (element: Element) => void): void {
	if (node.type === 'element') call(node);
	if (!('children' in node)) return;
	for (const child of node.children) eachElement(child, call);
}

/**
 * Puts other nodes in the place of elements below a node, which is changed. Where `replace` gives nothing the element
 * stays; what comes in its place is looked at in turn.
 */
export function replaceElements(
	parent: Parents,
	replace: (element: Element) => readonly ElementContent[] | undefined,
): void {
	for (let index = 0; index < parent.children.length; index += 1) {
		const child = parent.children[index];
		if (child?.type !== 'element') continue;
		const others = replace(child);
		if (others) {
			parent.children.splice(index, 1, ...others);
			index -= 1;
		} else replaceElements(child, replace);
	}
}

import type { Root, RootContent } from 'hast';

/** The tree with every heading moved down by `shift` levels, at most to h6. What holds no heading is shared with it. */
export function shiftHeadings(tree: Root, shift: number): Root {
	return shift === 0 ? tree : { ...tree, children: shiftAll(tree.children, shift) };
}

function shiftAll<T extends RootContent>(nodes: T[], shift: number): T[] {
	let changed = false;
	const shifted = nodes.map((node) => {
		const one = shiftOne(node, shift);
		changed ||= one !== node;
		return one;
	});
	return changed ? shifted : nodes;
}

function shiftOne<T extends RootContent>(node: T, shift: number): T {
	if (node.type !== 'element') return node;
	const level = /^h([1-6])$/.exec(node.tagName)?.[1];
	const children = shiftAll(node.children, shift);
	if (level === undefined && children === node.children) return node;
	return { ...node, ...(level && { tagName: `h${Math.min(6, Number(level) + shift)}` }), children };
}

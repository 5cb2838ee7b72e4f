import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** File that holds each id of the book. */
export type IdIndex = ReadonlyMap<string, string>;

/** All ids in a tree. */
export function idsOf(tree: Element): ReadonlySet<string> {
	const ids = new Set<string>();
	visit(tree, 'element', ({ properties: { id } }) => {
		if (typeof id === 'string') ids.add(id);
	});
	return ids;
}

/**
 * Leads links to the files that hold their targets. A link to what is in no file of the EPUB, such as the printed
 * contents, becomes the text that it was on. The tree is changed.
 */
export function leadLinks(tree: Element, file: string, own: ReadonlySet<string>, all: IdIndex): void {
	visit(tree, 'element', (element, index, parent) => {
		const { href } = element.properties;
		if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
		const target = findTarget(href.slice(1), file, own, all);
		if (target !== undefined) {
			element.properties.href = target;
		} else if (parent && index !== undefined) {
			parent.children.splice(index, 1, ...element.children);
			return index;
		}
	});
}

function findTarget(name: string, file: string, own: ReadonlySet<string>, all: IdIndex): string | undefined {
	for (const id of new Set([name, decode(name)])) {
		if (own.has(id)) return `#${id}`;
		const other = all.get(id);
		if (other !== undefined && other !== file) return `${other}#${id}`;
	}
	return undefined;
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

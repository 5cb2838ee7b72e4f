import type { Element } from 'hast';
import { eachElement, replaceElements } from './elements.ts';

/** File that holds each id of the book. */
export type IdIndex = ReadonlyMap<string, string>;

/** All ids in a tree. */
export function idsOf(tree: Element): ReadonlySet<string> {
	const ids = new Set<string>();
	eachElement(tree, ({ properties: { id } }) => {
		if (typeof id === 'string') ids.add(id);
	});
	return ids;
}

/**
 * Leads links to the files that hold their targets. A link to what is in no file of the EPUB, such as the printed
 * contents, becomes the text that it was on. The tree is changed.
 */
export function leadLinks(tree: Element, file: string, own: ReadonlySet<string>, all: IdIndex): void {
	replaceElements(tree, (element) => {
		const { href } = element.properties;
		if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return undefined;
		const target = findTarget(href.slice(1), file, own, all);
		if (target === undefined) return element.children;
		element.properties.href = target;
		return undefined;
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

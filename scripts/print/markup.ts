import type { Element, RootContent } from 'hast';

/** Finished HTML inside a tree that is yet to be written. */
export function raw(value: string): RootContent {
	return { type: 'raw', value } as unknown as RootContent;
}

export function element(
	tagName: string,
	properties: Element['properties'],
	children: readonly RootContent[],
): Element {
	return { type: 'element', tagName, properties, children: children as Element['children'] };
}

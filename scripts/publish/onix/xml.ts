import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { plain } from '../plain.ts';

type Child = Element | string | undefined;

/** An element of ONIX; children that are missing or have no text leave nothing behind. */
export function element(name: string, ...children: readonly (Child | readonly Child[])[]): Element {
	return elementWith(name, {}, ...children);
}

/** The same with attributes; one that is undefined is left out. */
export function elementWith(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	...children: readonly (Child | readonly Child[])[]
): Element {
	const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
	return {
		type: 'element',
		name,
		attributes: Object.fromEntries(given),
		children: children.flat().flatMap((child) => {
			if (typeof child !== 'string') return child ?? [];
			return { type: 'text' as const, value: plain(child) };
		}),
	};
}

/** An element for a text that may be missing: ONIX takes no empty ones (dt.NonEmptyString). */
export function optional(
	name: string,
	text: string | undefined,
	attributes: Readonly<Record<string, string | undefined>> = {},
): Element | undefined {
	return text === undefined || plain(text) === '' ? undefined : elementWith(name, attributes, text);
}

/** The document as people can read it: what holds elements alone is indented. */
export function toDocument(root: Element): string {
	const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const;
	const tree: Root = {
		type: 'root',
		children: [declaration, { type: 'text', value: '\n' }, indent(root, 0), { type: 'text', value: '\n' }],
	};
	return toXml(tree, { closeEmptyElements: true, tightClose: true });
}

function indent(node: Element, depth: number): Element {
	const { children } = node;
	if (children.length === 0 || children.some(({ type }) => type !== 'element')) return node;
	const line = (level: number) => ({ type: 'text' as const, value: `\n${'\t'.repeat(level)}` });
	const inner = children.flatMap((child) => [
		line(depth + 1),
		child.type === 'element' ? indent(child, depth + 1) : child,
	]);
	return { ...node, children: [...inner, line(depth)] };
}

import { unzipSync } from 'fflate';
import { visit } from 'unist-util-visit';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

export interface ReadEpub {
	/** Paths in the order in which they were stored, folders left out. */
	readonly paths: readonly string[];
	readonly bytes: (path: string) => Uint8Array;
	readonly text: (path: string) => string;
	/** Parsed; throws where the file is not well-formed XML. */
	readonly xml: (path: string) => Root;
}

export function readEpub(epub: Uint8Array): ReadEpub {
	const files = unzipSync(epub);
	const bytes = (path: string): Uint8Array => {
		const found = files[path] ?? files[`OEBPS/${path}`];
		if (!found) throw new Error(`no ${path} in the archive`);
		return found;
	};
	const text = (path: string) => new TextDecoder().decode(bytes(path));
	const paths = Object.keys(files).filter((path) => !path.endsWith('/'));
	return { paths, bytes, text, xml: (path) => fromXml(text(path)) };
}

/** Elements of a name, or all, below a node, in document order. */
export function all(from: Nodes, name?: string): readonly Element[] {
	const found: Element[] = [];
	visit(from, 'element', (element) => {
		if (name === undefined || element.name === name) found.push(element);
	});
	return found;
}

export function first(from: Nodes, name: string): Element {
	const [found] = all(from, name);
	if (!found) throw new Error(`no <${name}>`);
	return found;
}

/** The text of a node. */
export function textOf(from: Nodes): string {
	let text = '';
	visit(from, 'text', (node) => {
		text += node.value;
	});
	return text;
}

/** Direct children of a name. */
export function childrenOf(from: Element, name: string): readonly Element[] {
	return from.children.filter((child): child is Element => child.type === 'element' && child.name === name);
}

import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Simple properties of an XMP packet by namespace and name; of an array the first item (ISO 16684-1, 7). */
export type Xmp = ReadonlyMap<string, string>;

export function xmpKey(namespace: string, name: string): string {
	return `${namespace} ${name}`;
}

type Prefixes = Readonly<Record<string, string>>;

/**
 * @throws Error where it is no well-formed XML
 */
export function readXmp(packet: Uint8Array): Xmp {
	const found = new Map<string, string>();
	read(fromXml(new TextDecoder().decode(packet)), {}, found);
	return found;
}

function read(node: Root | Element, prefixes: Prefixes, found: Map<string, string>): void {
	for (const child of node.children) {
		if (child.type !== 'element') continue;
		const inner = prefixesOf(child, prefixes);
		if (fullName(child.name, inner) === xmpKey(rdf, 'Description')) readProperties(child, inner, found);
		else read(child, inner, found);
	}
}

function readProperties(description: Element, prefixes: Prefixes, found: Map<string, string>): void {
	for (const [name, value] of Object.entries(description.attributes)) {
		const key = name.includes(':') && !name.startsWith('xmlns:') ? fullName(name, prefixes) : undefined;
		if (key && typeof value === 'string') found.set(key, value);
	}
	for (const child of description.children) {
		if (child.type !== 'element') continue;
		const key = fullName(child.name, prefixesOf(child, prefixes));
		if (key) found.set(key, textOf(firstItem(child)).trim());
	}
}

/** The first item of an array, else the property itself. */
function firstItem(property: Element): Element {
	const list = property.children.find((child) => child.type === 'element');
	const item = list?.children.find((child) => child.type === 'element');
	return item ?? property;
}

function textOf(node: Nodes): string {
	if (node.type === 'text' || node.type === 'cdata') return node.value;
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

function prefixesOf({ attributes }: Element, outer: Prefixes): Prefixes {
	const own = Object.entries(attributes).flatMap(([name, value]) =>
		name.startsWith('xmlns:') && typeof value === 'string' ? [[name.slice('xmlns:'.length), value]] : [],
	);
	return own.length > 0 ? { ...outer, ...Object.fromEntries(own) } : outer;
}

function fullName(name: string, prefixes: Prefixes): string | undefined {
	const [prefix = '', local] = name.split(':');
	const namespace = prefixes[prefix];
	return local !== undefined && namespace !== undefined ? xmpKey(namespace, local) : undefined;
}

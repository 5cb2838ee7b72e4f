import { EpubCheck } from '@likecoin/epubcheck-ts';
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

/** Errors and warnings of EPUBCheck. */
export async function complaints(book: Uint8Array): Promise<readonly string[]> {
	const { messages } = await EpubCheck.validate(book);
	const bad = messages.filter((one) => ['fatal', 'error', 'warning'].includes(one.severity));
	return bad.map((one) => `${one.id} ${one.location?.path} ${one.message}`);
}

/** The part of the navigation document that is of a type. */
export function navOf(epub: ReadEpub, type: string): Element | undefined {
	return all(epub.xml('toc.xhtml'), 'nav').find(({ attributes }) => attributes['epub:type'] === type);
}

export interface Titles {
	readonly title: string;
	readonly children: readonly Titles[];
}

/** What the list of a navigation document says. */
export function titlesOfNav(list: Element | undefined): readonly Titles[] {
	if (!list) return [];
	return childrenOf(list, 'li').map((item) => ({
		title: childrenOf(item, 'a').map(textOf).join(),
		children: titlesOfNav(childrenOf(item, 'ol')[0]),
	}));
}

/** What the points below one of the NCX say. */
export function titlesOfNcx(parent: Element): readonly Titles[] {
	return childrenOf(parent, 'navPoint').map((point) => ({
		title: textOf(first(point, 'navLabel')),
		children: titlesOfNcx(point),
	}));
}

/** How many links lead to places inside the book, and those whose place is not there. */
export function readLinks(epub: ReadEpub): { readonly links: number; readonly dead: readonly string[] } {
	const pages = epub.paths.filter((path) => path.endsWith('.xhtml'));
	const elements = new Map(pages.map((path) => [path, all(epub.xml(path))]));
	const ids = new Map(
		[...elements].map(([path, found]) => [
			path,
			new Set(found.flatMap(({ attributes }) => attributes.id ?? [])),
		]),
	);
	let links = 0;
	const dead: string[] = [];
	for (const [path, found] of elements) {
		for (const { name, attributes } of found) {
			const href = attributes.href ?? '';
			if (name !== 'a' || href.includes(':')) continue;
			links++;
			const [file, id] = href.split('#');
			const target = ids.get(file ? `OEBPS/${file}` : path);
			if (!target || (id && !target.has(id))) dead.push(`${path} ${href}`);
		}
	}
	return { links, dead };
}

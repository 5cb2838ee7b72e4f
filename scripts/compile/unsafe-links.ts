import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, reportAt } from './context.ts';

/** Addresses that a book may hold. */
const SAFE = new Set(['http', 'https', 'mailto', 'tel']);

/** Reports links with an address that a book must not hold and takes the address away; their text stays. */
export function rehypeUnsafeLinks() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		visit(tree, 'element', (element) => {
			const { href } = element.properties;
			if (element.tagName !== 'a' || typeof href !== 'string') return;
			const scheme = schemeOf(href);
			if (scheme === undefined || SAFE.has(scheme)) return;
			delete element.properties.href;
			const message = `a link must not lead to an address that begins with "${scheme}:"`;
			reportAt(context, 'link-unsafe', message, element.position);
		});
	};
}

/** The scheme of an address as a browser reads it: it skips control characters, tabs and line breaks. */
export function schemeOf(address: string): string | undefined {
	const seen = address.replace(/[\t\n\r]|^[\s\p{Cc}]+/gu, '');
	return /^([a-z][a-z\d+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
}

import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, countUp, type TextContext } from './context.ts';
import { headingLevel } from './headings.ts';
import { asciiName } from './piece-keys.ts';

/**
 * Gives headings and figures ids that no other text of the book has, and the author's own ids and anchors a prefix. What
 * authors call these places, anchors, slugs and own ids, is kept for links. A text without a key loses its ids.
 */
export function rehypeUniqueIds() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		const slugger = new GithubSlugger();
		visit(tree, 'element', (element) => {
			// A drawing's ids are its own and have their prefix.
			if (element.tagName === 'svg') return SKIP;
			const given = element.properties.id;
			delete element.properties.id;
			if (context.key === '') return undefined;
			const own = typeof given === 'string' ? given.trim() : '';
			nameElement(element, own, context, slugger);
			return undefined;
		});
	};
}

function nameElement(element: Element, own: string, context: TextContext, slugger: GithubSlugger): void {
	const anchor = element.data?.anchor ?? '';
	// A heading before it may be called the same, but only the anchor was given to lead to.
	if (anchor !== '') context.anchors.delete(anchor);
	if (headingLevel(element) > 0) {
		const slug = slugger.slug(toText(element));
		setId(element, `h${countUp(context, 'heading')}`, context, [anchor, own, slug]);
	} else if (element.tagName === 'figure') {
		setId(element, `f${countUp(context, 'figure')}`, context, [anchor, own]);
	} else if (own !== '' || anchor !== '') {
		setId(element, asciiName(own || anchor) || 'place', context, [anchor, own]);
	}
}

function setId(element: Element, end: string, context: TextContext, names: readonly string[]): void {
	const id = context.book.claimId(`${context.key}-${end}`);
	element.properties.id = id;
	for (const name of names) {
		if (name !== '' && !context.anchors.has(name)) context.anchors.set(name, id);
	}
}

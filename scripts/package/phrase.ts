import type { Element, ElementContent } from 'hast';
import type { Lang } from '../model/index.ts';
import { cleanText } from './clean-text.ts';
import { replaceElements } from './elements.ts';
import { setLanguages } from './languages.ts';
import { toXhtml } from './to-xhtml.ts';

/** What means something only where it stands: page breaks and calls of notes. */
const placed = new Set<unknown>(['doc-pagebreak', 'doc-noteref']);

/**
 * A line of text as XHTML fit for the inside of a link: no links, no ids.
 * @param lang language of the text; it is said where the document is in another
 */
export function toPhrase(text: readonly ElementContent[], lang: Lang, document: Lang): string {
	const span: Element = {
		type: 'element',
		tagName: 'span',
		properties: { lang },
		children: structuredClone([...text]),
	};
	replaceElements(span, (element) => {
		delete element.properties.id;
		if (placed.has(element.properties.role)) return [];
		return element.tagName === 'a' ? element.children : undefined;
	});
	cleanText(span);
	setLanguages(span, document);
	const content: readonly ElementContent[] = lang === document ? span.children : [span];
	return toXhtml(content);
}

import type { Element } from 'hast';
import type { Lang } from '../model/index.ts';

/**
 * Says the language twice, as EPUB asks, wherever it changes, and only there: `lang` for HTML and `xml:lang` for
 * XML; a drawing takes `xml:lang` alone. The tree is changed.
 * @param inherited language of what the element stands in
 */
export function setLanguages(element: Element, inherited: Lang, isDrawing = false): void {
	const { properties } = element;
	const inDrawing = isDrawing || element.tagName === 'svg';
	const lang = properties.lang ?? properties.xmlLang;
	delete properties.lang;
	delete properties.xmlLang;
	const own = typeof lang === 'string' && lang !== '' ? lang : inherited;
	if (own !== inherited) Object.assign(properties, languageOf(own, inDrawing));
	for (const child of element.children) {
		if (child.type === 'element') setLanguages(child, own, inDrawing);
	}
}

function languageOf(lang: Lang, inDrawing: boolean): Element['properties'] {
	return inDrawing ? { xmlLang: lang } : { lang, xmlLang: lang };
}

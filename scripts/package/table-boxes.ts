import type { Element } from 'hast';
import type { Lang } from '../model/index.ts';

/** The name of a box, and the language that it is in. */
export interface BoxName {
	readonly lang: Lang;
	readonly label: string;
}

/**
 * Puts each table into a box that moves sideways by itself where type is large or the screen small, so that no page
 * does. The keyboard reaches it, and it has a name (WCAG 2.2, 1.4.10, 2.1.1 and 4.1.2). The tree is changed.
 * @param lang language of the parent
 * @param nameIn what a screen reader says of a box around a table in a language
 */
export function boxTables(parent: Element, lang: Lang, nameIn: (lang: Lang) => BoxName): void {
	parent.children = parent.children.map((child) => {
		if (child.type !== 'element') return child;
		const own = String(child.properties.lang ?? lang);
		boxTables(child, own, nameIn);
		return child.tagName === 'table' ? box(child, own, lang, nameIn(own)) : child;
	});
}

function box(table: Element, lang: Lang, around: Lang, name: BoxName): Element {
	// What is in the table stays in its language.
	if (name.lang !== lang) table.properties.lang = lang;
	return {
		type: 'element',
		tagName: 'div',
		properties: {
			className: ['table-box'],
			...(name.lang === around ? {} : { lang: name.lang }),
			role: 'group',
			ariaLabel: name.label,
			tabIndex: 0,
		},
		children: [table],
	};
}

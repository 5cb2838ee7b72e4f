import type { Element, ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { eachElement } from './elements.ts';

const mathSpace = 'http://www.w3.org/1998/Math/MathML';

/** The nodes as XML for the inside of an XHTML document. Drawings and formulas get their name spaces. */
export function toXhtml(children: readonly ElementContent[]): string {
	const body: Element = { type: 'element', tagName: 'body', properties: {}, children: [...children] };
	eachElement(body, (element) => {
		if (element.tagName === 'math') element.properties.xmlns = mathSpace;
	});
	const tree = toXast(body);
	return 'children' in tree ? toXml(tree.children, { closeEmptyElements: true }) : '';
}

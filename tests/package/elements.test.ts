import { expect, test } from 'vitest';
import { eachElement, replaceElements } from '../../scripts/package/elements.ts';
import { markup } from '../support/edition.ts';
import { section } from './section.ts';

test('every element is met once, in document order, the first one too', () => {
	const tree = section('<p>a<b>b<i>c</i></b></p><ul><li>d</li></ul>');
	const met: string[] = [];
	eachElement(tree, ({ tagName }) => void met.push(tagName));
	expect(met).toEqual(['section', 'p', 'b', 'i', 'ul', 'li']);
});

test('what comes in the place of an element is looked at in turn; nothing beside it is passed over', () => {
	const tree = section('<b><b>a</b></b><b>b</b><i></i><i><b>c</b></i><p>d<b></b></p>');
	replaceElements(tree, ({ tagName, children }) => {
		if (tagName === 'b') return children;
		return tagName === 'i' ? [] : undefined;
	});
	expect(markup(tree.children)).toBe('ab<p>d</p>');
});

import type { Element, ElementContent, Parents } from 'hast';
import { isShown } from './note-blocks.ts';

const PARAGRAPHS = new Set([
	'p',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'pre',
	'dt',
	'figcaption',
	'caption',
	'tr',
]);
const CONTAINERS = new Set([
	...[
		'blockquote',
		'div',
		'section',
		'ul',
		'ol',
		'li',
		'dl',
		'dd',
		'figure',
		'table',
		'thead',
		'tbody',
		'tfoot',
	],
]);

/** The lines of a text without their blocks: one for each paragraph, list item, heading or table row. */
export function phrasesOf(parent: Parents): ElementContent[][] {
	const phrases: ElementContent[][] = [];
	let loose: ElementContent[] = [];
	const close = (): void => {
		if (loose.some(isShown)) phrases.push(loose);
		loose = [];
	};
	for (const child of parent.children) {
		if (child.type === 'element' && PARAGRAPHS.has(child.tagName)) {
			close();
			const content = child.tagName === 'tr' ? cellsOf(child) : child.children;
			if (content.some(isShown)) phrases.push(content);
		} else if (child.type === 'element' && CONTAINERS.has(child.tagName)) {
			close();
			phrases.push(...phrasesOf(child));
		} else if (child.type === 'element' || child.type === 'text') {
			loose.push(child);
		}
	}
	close();
	return phrases;
}

function cellsOf(row: Element): ElementContent[] {
	const cells = row.children.filter((child) => child.type === 'element');
	return cells.flatMap((cell, index) =>
		index === 0 ? cell.children : [{ type: 'text', value: ' ' }, ...cell.children],
	);
}

/** Lines one below the other as one. */
export function joinPhrases(phrases: readonly ElementContent[][]): ElementContent[] {
	return phrases.flatMap((phrase, index): ElementContent[] =>
		index === 0 ? phrase : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...phrase],
	);
}

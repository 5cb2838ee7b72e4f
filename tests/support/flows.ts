import type { Nodes } from 'hast';
import type { BilingualEdition, Lang, Layout, Sync, Unit } from '../../scripts/model/index.ts';

/** An edition in Chinese and English. */
export function bilingual(layout: Layout, sync: Sync = 'heading'): BilingualEdition {
	return { id: 'bilingual', languages: ['zh', 'en'], layout, sync };
}

/** The text of a unit, notes last, without white space and what only breaks lines. */
export function textOf({ body, notes }: Pick<Unit, 'body' | 'notes'>): string {
	return bare([body, ...notes.flatMap((note) => note.children)].map((node) => read(node)).join(''));
}

/** The text of one language in a unit that holds two: the flow nearest above a text tells whose it is. */
export function flowOf({ body, notes }: Pick<Unit, 'body' | 'notes'>, lang: Lang): string {
	return bare([body, ...notes.flatMap((note) => note.children)].map((node) => read(node, lang)).join(''));
}

function read(node: Nodes, lang?: Lang, flow?: Lang): string {
	if (node.type === 'text') return lang === undefined || flow === lang ? node.value : '';
	if (!('children' in node)) return '';
	const own = (node.type === 'element' ? node.data?.flow : undefined) ?? flow;
	return node.children.map((child) => read(child, lang, own)).join('');
}

function bare(text: string): string {
	return text.replaceAll(/[\s\u00ad\u2060]+/g, '');
}

import type { Element, Root, RootContent } from 'hast';
import type { Lang, Note, Piece } from '../../scripts/model/index.ts';
import { type MarkOptions, markChanges } from '../../scripts/redline/index.ts';
import { book, entry, markup, piece, tree } from '../support/edition.ts';

/** A piece as both versions of a book have it. */
export function version(html: string, rest: Partial<Piece> = {}, lang: Lang = 'en'): Piece {
	return piece('a', lang, { body: tree(html), ...rest });
}

/** The piece as it is now, with what changed in it. */
export function markPieces(before: Piece, now: Piece, options: MarkOptions = {}): Piece {
	const make = (one: Piece) => book({ contents: [entry('a')], pieces: [one] });
	const { book: marked } = markChanges(make(now), make(before), options);
	return marked.pieces.get('a')?.[now.lang] ?? now;
}

/** The body as markup, with `[-gone-]` and `[+come+]` in place of the elements that mark them. */
export function marked(before: string, now: string, lang: Lang = 'en'): string {
	return short(markPieces(version(before, {}, lang), version(now, {}, lang)).body);
}

export function short(from: Root | readonly RootContent[]): string {
	return markup(from)
		.replaceAll(/<ins class="change change-break"><\/ins>/g, '[+|+]')
		.replaceAll(/<del class="change change-break"><\/del>/g, '[-|-]')
		.replaceAll(/<ins class="change">(.*?)<\/ins>/gs, '[+$1+]')
		.replaceAll(/<del class="change">(.*?)<\/del>/gs, '[-$1-]');
}

/** What a marked text says without what came, or without what is gone; calls of notes have numbers of their own. */
export function textOf(nodes: readonly RootContent[], without: 'ins' | 'del' | 'nothing'): string {
	return nodes
		.map((node): string => {
			if (node.type === 'text') return node.value;
			if (node.type !== 'element') return '';
			const { tagName, properties, children } = node;
			const isMark = hasClass(node, 'change');
			if (properties.dataNote !== undefined || hasClass(node, 'deleted-call')) return '';
			return isMark && tagName === without ? '' : textOf(children, without);
		})
		.join('')
		.replaceAll(/\s+/g, '');
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
	return Array.isArray(className) && className.includes(name);
}

export function call(id: string, number: number): string {
	return `<a class="note-call" data-note="${id}" id="${id}-call" href="#${id}">${number}</a>`;
}

export function note(id: string, number: number, html: string): Note {
	const children = tree(html).children.filter((child): child is Element => child.type === 'element');
	return { id, name: id, number, children };
}

import type { Element, Nodes } from 'hast';
import type { Lang, Unit } from '../../scripts/model/index.ts';

/** What of a unit must be one element of the structure tree, with all its text. */
export interface Block {
	/** Element of the source. */
	readonly source: string;
	/** Structure types that it may be. */
	readonly types: readonly string[];
	readonly text: string;
	/** How many elements stand right in it, of a list, a table or a row. */
	readonly kids?: number;
	/** What stands before an item of a list. */
	readonly label?: string;
}

/** A stretch of text in one language. */
export interface LangRun {
	readonly lang: string;
	readonly text: string;
}

/** Stands for a picture, a drawing or a formula, with what it says in words. */
export function pictured(alt: string): string {
	return `\ufffc${alt}\ufffc`;
}

/** Structure types by element; a list of contents is one of its own. */
const types: Readonly<Record<string, readonly string[]>> = {
	p: ['P'],
	pre: ['P'],
	h1: ['H1'],
	h2: ['H2'],
	h3: ['H3'],
	h4: ['H4'],
	h5: ['H5'],
	h6: ['H6'],
	ul: ['L', 'TOC'],
	ol: ['L', 'TOC'],
	dl: ['L'],
	li: ['LI', 'TOCI'],
	dt: ['Lbl'],
	dd: ['LBody'],
	blockquote: ['BlockQuote'],
	table: ['Table'],
	caption: ['Caption'],
	tr: ['TR'],
	th: ['TH'],
	td: ['TD'],
	// Under several pictures it is a paragraph, for a caption has one.
	figcaption: ['Caption', 'P'],
	a: ['Link'],
	em: ['Em'],
	strong: ['Strong'],
	code: ['Code'],
};

const cells: ReadonlySet<string> = new Set(['td', 'th']);

/** The blocks of a tree, each before those in it; `labelOf` knows on which page an element stands. */
export function blocksOf(tree: Nodes, labelOf: (id: string) => string, label?: string): readonly Block[] {
	if (isHidden(tree)) return [];
	if (tree.type === 'element' && isPicture(tree)) return [];
	const inner =
		'children' in tree
			? tree.children.flatMap((child) => blocksOf(child, labelOf, labelIn(tree, child)))
			: [];
	const known = tree.type === 'element' ? types[tree.tagName] : undefined;
	if (tree.type !== 'element' || !known) return inner;
	const text = textOf(tree, labelOf);
	// A link round a picture, an empty paragraph; an empty cell keeps its place.
	if (text === '' && !cells.has(tree.tagName)) return inner;
	const kids = countKids(tree);
	return [
		{
			source: tree.tagName,
			types: known,
			text,
			...(kids === undefined ? {} : { kids }),
			...(label === undefined ? {} : { label }),
		},
		...inner,
	];
}

/** What a list writes before an item; nothing where style sheets may say otherwise. */
function labelIn(list: Nodes, item: Nodes): string | undefined {
	if (list.type !== 'element' || item.type !== 'element' || hasClass(list, 'toc')) return undefined;
	if (list.properties.className !== undefined) return undefined;
	if (list.tagName === 'ul') return '\u2022';
	if (list.tagName !== 'ol' || item.properties.className !== undefined) return undefined;
	const items = list.children.filter((child) => child.type === 'element');
	return `${Number(list.properties.start ?? 1) + items.indexOf(item)}.`;
}

/** Items of a list, cells of a row, rows of a table with its caption. */
function countKids(element: Element): number | undefined {
	const elements = ({ children }: Element) => children.filter((child) => child.type === 'element');
	const own = elements(element);
	switch (element.tagName) {
		case 'ul':
		case 'ol':
		case 'tr':
			return own.length;
		case 'dl':
			// Terms may stand in groups.
			return [...own, ...own.flatMap(elements)].filter(({ tagName }) => tagName === 'dt').length;
		case 'table':
			return own.flatMap((one) => (one.tagName === 'caption' ? [one] : elements(one))).length;
		default:
			return undefined;
	}
}

/** The text of a tree as a reader gets it, without what is hidden from screen readers. */
export function textOf(tree: Nodes, labelOf: (id: string) => string): string {
	return langRuns(tree, 'und', labelOf)
		.map(({ text }) => text)
		.join('');
}

/** The text of a tree by language. */
export function langRuns(tree: Nodes, around: string, labelOf: (id: string) => string): readonly LangRun[] {
	if (isHidden(tree)) return [];
	if (tree.type === 'text') return [{ lang: around, text: tree.value }];
	if (!('children' in tree)) return [];
	const own = tree.type === 'element' ? tree.properties.lang : undefined;
	const lang = typeof own === 'string' ? own : around;
	if (tree.type === 'element' && isPicture(tree)) return [{ lang, text: pictured(altOf(tree)) }];
	if (tree.type === 'element' && hasClass(tree, 'page-ref')) {
		return [{ lang, text: labelOf(decodeURIComponent(String(tree.properties.href).slice(1))) }];
	}
	return tree.children.flatMap((child) => langRuns(child, lang, labelOf));
}

/** The texts of the notes of a unit, each with its number in front, and their blocks. */
export function notesOf(unit: Unit, labelOf: (id: string) => string) {
	return unit.notes.map(({ number, children }) => {
		const root: Nodes = { type: 'root', children: [...children] };
		return { text: `${number}${textOf(root, labelOf)}`, blocks: blocksOf(root, labelOf) };
	});
}

/** Languages of the elements of a tree, without that of the whole. */
export function foreignLangs(tree: Nodes, whole: Lang): readonly string[] {
	const own = tree.type === 'element' ? tree.properties.lang : undefined;
	const inner = 'children' in tree ? tree.children.flatMap((child) => foreignLangs(child, whole)) : [];
	return typeof own === 'string' && own !== whole ? [own, ...inner] : inner;
}

function isHidden(node: Nodes): boolean {
	if (node.type !== 'element') return false;
	const { ariaHidden } = node.properties;
	return String(ariaHidden) === 'true' || node.tagName === 'rp' || hasClass(node, 'leader');
}

/** A picture, a drawing or a formula. */
function isPicture({ tagName }: Element): boolean {
	return ['img', 'svg', 'math'].includes(tagName);
}

function altOf({ properties, tagName, children }: Element): string {
	const { alt, ariaLabel } = properties;
	if (typeof alt === 'string') return alt;
	if (typeof ariaLabel === 'string') return ariaLabel;
	if (tagName !== 'math') return '';
	return typeof properties.alttext === 'string'
		? properties.alttext
		: textOf({ type: 'root', children }, String);
}

function hasClass({ properties }: Element, name: string): boolean {
	return Array.isArray(properties.className) && properties.className.includes(name);
}

import type { Element, ElementContent, RootContent } from 'hast';
import type { BlockPair, Lang } from '../../model/index.ts';
import { inFlow } from '../template-tree.ts';
import { captionOf, isImage, isSameFigure } from './figures.ts';

type Languages = readonly [Lang, Lang];

const heading = /^h[1-6]$/;

/** What stands in a list item as a block of its own; anything else is part of a line. */
const blocks = new Set(
	'address article aside blockquote details div dl figure footer header hr main nav ol p pre section table ul'.split(
		' ',
	),
);

/**
 * Puts each block of a text before its translation. Both stay whole and in order; what has no partner stands alone, where
 * its own text has it. Two headings become one, and so do two lists, item by item; a picture that both share stands once,
 * with both captions.
 */
export function interleave(
	first: readonly RootContent[],
	second: readonly RootContent[],
	pairs: readonly BlockPair[],
	languages: Languages,
): readonly ElementContent[] {
	const byNode = new Map(pairs.flatMap((pair) => (pair.source?.node ? [[pair.source.node, pair]] : [])));
	const places = new Map(second.map((node, index) => [node, index]));
	const merged: ElementContent[] = [];
	let next = 0;
	const addSecond = (end: number) => {
		for (; next < end; next += 1) merged.push(...alone(second[next], 1, languages));
	};
	for (const node of first) {
		const pair = node.type === 'element' ? byNode.get(node) : undefined;
		const target = pair?.target?.node;
		const place = target && places.get(target);
		// Where two pairs cross, one stands apart: each text keeps its order.
		if (!pair || !target || place === undefined || place < next) {
			merged.push(...alone(node, 0, languages));
			continue;
		}
		addSecond(place);
		next = place + 1;
		merged.push(...together(node as Element, target, pair, languages));
	}
	addSecond(second.length);
	return merged;
}

/** A node in one language; white space between blocks goes. */
function alone(node: RootContent | undefined, side: 0 | 1, languages: Languages): readonly ElementContent[] {
	if (!node || node.type === 'doctype') return [];
	if (node.type === 'element') return [inFlow(node, languages[side], languages)];
	if (node.type !== 'text') return [node];
	return node.value.trim() === '' ? [] : [inFlow(wrap('span', [node]), languages[side], languages)];
}

/** A block and its translation; `pair` is missing for blocks of list items, which are paired by their number. */
function together(
	first: Element,
	second: Element,
	pair: BlockPair | undefined,
	languages: Languages,
): readonly ElementContent[] {
	const [one, two] = [first.tagName, second.tagName];
	if (heading.test(one) && heading.test(two)) return [joinLines(first, second, languages)];
	if (one === 'hr' && two === 'hr') return [inFlow(first, languages[0], languages)];
	if (pair && isSameFigure(pair)) return [joinFigures(first, second, languages)];
	const list =
		one === two && (one === 'ul' || one === 'ol') ? joinLists(first, second, pair, languages) : undefined;
	return list ? [list] : [first, second].map((node, side) => inFlow(node, languages[side] ?? '', languages));
}

/** Two headings, or two captions, as lines of one. */
function joinLines(first: Element, second: Element, languages: Languages): Element {
	const { id } = second.properties;
	const translation = inFlow(wrap('span', second.children, id ? { id } : {}), languages[1], languages);
	const text = inFlow(wrap('span', first.children), languages[0], languages);
	return { ...first, children: [text, { type: 'text', value: ' ' }, translation] };
}

function joinFigures(first: Element, second: Element, languages: Languages): Element {
	const [one, two] = [captionOf(first), captionOf(second)];
	const { id } = second.properties;
	const caption = one && two ? joinLines(one, two, languages) : undefined;
	const only = one ?? two;
	const shown = caption ?? (only && inFlow(only, languages[one ? 0 : 1], languages));
	const children = first.children.flatMap((child): ElementContent[] => {
		if (child === one) return [];
		if (!isImage(child)) return [child];
		// Links of the second language lead to the same picture.
		return [inFlow(carry(child, id), languages[0], languages)];
	});
	return { ...first, children: shown ? [...children, shown] : children };
}

/** One list whose items hold both languages, if each item has its translation. */
function joinLists(
	first: Element,
	second: Element,
	pair: BlockPair | undefined,
	languages: Languages,
): Element | undefined {
	const [ones, twos] = [itemsOf(first), itemsOf(second)];
	const inner = pair?.source && pair.target ? pair.inner : [];
	if (ones.length !== twos.length || inner.some(({ source, target }) => !source || !target)) return undefined;
	const children = ones.map((item, index) => {
		const other = twos[index] as Element;
		const ids = [other.properties.id, ...(index === 0 ? [second.properties.id] : [])];
		return joinItems(item, other, ids, languages);
	});
	return { ...first, children };
}

function joinItems(first: Element, second: Element, ids: readonly unknown[], languages: Languages): Element {
	const ones = blocksOf(first);
	const [head = wrap('p', []), ...rest] = blocksOf(second);
	const twos = [ids.reduce(carry, head), ...rest];
	const areAlike =
		ones.length === twos.length && ones.every(({ tagName }, index) => tagName === twos[index]?.tagName);
	const children = areAlike
		? ones.flatMap((one, index) => together(one, twos[index] as Element, undefined, languages))
		: [ones, twos].flatMap((all, side) => all.map((one) => inFlow(one, languages[side] ?? '', languages)));
	return { ...first, children: [...children] };
}

function itemsOf({ children }: Element): readonly Element[] {
	return children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
}

/** What an item holds as blocks: a line of text becomes a paragraph. */
function blocksOf({ children }: Element): readonly Element[] {
	const found: Element[] = [];
	let line: ElementContent[] = [];
	const close = () => {
		if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) found.push(wrap('p', line));
		line = [];
	};
	for (const child of children) {
		if (child.type === 'element' && (blocks.has(child.tagName) || heading.test(child.tagName))) {
			close();
			found.push(child);
		} else line.push(child);
	}
	close();
	return found;
}

/** The element with an id more: its own stays. */
function carry(element: Element, id: unknown): Element {
	if (typeof id !== 'string') return element;
	if (element.properties.id === undefined) return { ...element, properties: { ...element.properties, id } };
	return { ...element, children: [wrap('span', [], { id }), ...element.children] };
}

function wrap(
	tagName: string,
	children: readonly ElementContent[],
	properties: Element['properties'] = {},
): Element {
	return { type: 'element', tagName, properties, children: [...children] };
}

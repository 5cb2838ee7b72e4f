import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import type { Note, PageTurn, TextPlace, Unit } from '../model/index.ts';
import { isPagePart } from './page-parts.ts';

/** A unit's own copies of its trees, with page breaks in them. */
export interface BrokenText {
	readonly body: Root;
	readonly notes: readonly Note[];
}

/** Elements that a break may stand in front of as well as in, where nothing stands before it in them. */
const transparent = new Set([
	...['a', 'abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp'],
	...['small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var'],
	// What a heading is called is read out of its content.
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** Elements that are one thing, whatever stands in them. */
const closed = new Set(['ruby', 'svg', 'math']);

/** Elements that hold no phrases (HTML, content models of tables and lists). */
const strict = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ul', 'ol', 'dl']);

/** Id of the break before a page. */
export function breakId(label: string): string {
	return `page-${label}`;
}

/**
 * An empty element that says which page begins here. Its name is the number alone, without a word before it
 * (EPUB Structural Semantics 1.1, pagebreak; DPUB-ARIA 1.1, doc-pagebreak).
 */
export function pageBreak(label: string): Element {
	return {
		type: 'element',
		tagName: 'span',
		properties: { id: breakId(label), 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label },
		children: [],
	};
}

/**
 * Copies of a unit's trees in which a break stands before the very character that each page begins with, as near to
 * it as HTML allows; the break of the first page opens the unit.
 */
export function placePageBreaks({ body, notes }: Unit, turns: readonly PageTurn[]): BrokenText {
	const copy = {
		body: structuredClone(body),
		notes: notes.map((note) => ({ ...note, children: structuredClone([...note.children]) })),
	};
	const [first, ...later] = turns;
	for (const { label, place } of later) if (!place) holderOf(copy.body).children.push(pageBreak(label));
	// Pages of a text and of its translation, which stand in one unit, take turns. They are placed from the end on, so
	// that what is cut off a text is not looked for any more.
	const placed = later.flatMap(({ label, place }) => (place ? [{ label, place }] : []));
	for (const { label, place } of placed.toSorted((a, b) => comparePlaces(a.place, b.place)).toReversed()) {
		insert(pageBreak(label), wayTo(copy, place), place.offset);
	}
	if (first) holderOf(copy.body).children.unshift(pageBreak(first.label));
	return copy;
}

function comparePlaces(one: TextPlace, other: TextPlace): number {
	const notes = (one.note ?? -1) - (other.note ?? -1);
	return notes || comparePaths(one.path, other.path) || one.offset - other.offset;
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
	const depth = one.findIndex((step, index) => step !== other[index]);
	return depth < 0 ? one.length - other.length : (one[depth] ?? 0) - (other[depth] ?? -1);
}

/** The one section that holds all of a unit, or the root. */
function holderOf(body: Root): Parents {
	const [first, ...rest] = body.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
	return first?.type === 'element' && first.tagName === 'section' && rest.length === 0 ? first : body;
}

/** The nodes from the root down to a place. */
function wayTo({ body, notes }: BrokenText, { note, path }: TextPlace): readonly Nodes[] {
	const blocks = note === undefined ? undefined : notes[note]?.children;
	// What is put into the list of blocks is in the note.
	const root: Nodes = blocks
		? { type: 'element', tagName: 'aside', properties: {}, children: blocks as ElementContent[] }
		: body;
	const way: Nodes[] = [root];
	for (const index of path) {
		const parent = way.at(-1);
		const node = parent && 'children' in parent ? parent.children[index] : undefined;
		if (!node) throw new Error('A page begins where the text has nothing.');
		way.push(node);
	}
	return way;
}

function insert(mark: Element, way: readonly Nodes[], offset: number): void {
	const [root] = way;
	if (way.length === 1 && root && 'children' in root) {
		const [first] = root.children;
		(first?.type === 'element' && first.tagName === 'p' ? first : root).children.unshift(mark);
		return;
	}
	const outermost = way.findIndex((node) => node.type === 'element' && isOneThing(node));
	let depth = outermost < 0 ? way.length - 1 : outermost;
	let cut = outermost < 0 ? offset : 0;
	while (isTransparent(way[depth - 1]) && nothingBefore(way, depth, cut)) {
		depth -= 1;
		cut = 0;
	}
	while (isStrict(way[depth - 1], way[depth - 2])) depth -= 1;
	const [parent, node] = [way[depth - 1], way[depth]];
	if (!parent || !node || !('children' in parent)) throw new Error('A page begins outside of its unit.');
	const children = parent.children as ElementContent[];
	const at = children.indexOf(node as ElementContent);
	if (node.type !== 'text' || cut === 0) {
		children.splice(at, 0, mark);
		return;
	}
	children.splice(at + 1, 0, mark, { type: 'text', value: node.value.slice(cut) });
	node.value = node.value.slice(0, cut);
}

function isOneThing(element: Element): boolean {
	return closed.has(element.tagName) || isPagePart(element);
}

function isTransparent(node: Nodes | undefined): boolean {
	return node?.type === 'element' && transparent.has(node.tagName);
}

function isStrict(node: Nodes | undefined, around: Nodes | undefined): boolean {
	if (node?.type !== 'element') return false;
	const isGroup = node.tagName === 'div' && around?.type === 'element' && around.tagName === 'dl';
	return isGroup || strict.has(node.tagName);
}

/** Whether the node, up to a character of it, is the first thing in its parent. */
function nothingBefore(way: readonly Nodes[], depth: number, cut: number): boolean {
	const [parent, node] = [way[depth - 1], way[depth]];
	if (!parent || !node || !('children' in parent)) return false;
	const before = parent.children.slice(0, parent.children.indexOf(node as never));
	const isBlank = (text: string) => /^[\s\u00ad\u200b\u2060]*$/.test(text);
	if (node.type === 'text' && !isBlank(node.value.slice(0, cut))) return false;
	return before.every((one) => one.type === 'text' && isBlank(one.value));
}

import type { Element, ElementContent, ElementData, RootContent } from 'hast';
import type { Inline, Lang, Layout } from '../model/index.ts';

/** Stands in printed HTML for an Inline. */
export const markTag = 'diglot-inline';

/** Block content that takes the place of `<div data-slot="NAME">`'s children. */
export type Slots = { readonly [name: string]: readonly RootContent[] };

/** What the tree of a template is filled with. */
export interface Filling {
	/** What the marks stand for, by number. */
	readonly inlines: readonly Inline[];
	readonly slots: Slots;
	readonly lang: Lang;
	/** The two languages that stand together in it. */
	readonly pair?: readonly [Lang, Lang] | undefined;
	readonly layout?: Layout | undefined;
}

/**
 * The tree of a page from the parsed template: marks become the Inlines that they stand for, slots are filled, and
 * what only the template's own layout brought in goes: line breaks between tags, and places in its text, which are
 * no places in the manuscript. `data-flow="LANG"` tells whose text an element belongs to; where a unit has one
 * language alone it means nothing, and a span that bears nothing else leaves its text to what it stands in.
 */
export function buildTree(nodes: readonly RootContent[], filling: Filling): ElementContent[] {
	return build(nodes, filling).map((node) => (node.type === 'element' ? markRoot(node, filling) : node));
}

function build(nodes: readonly RootContent[], filling: Filling): ElementContent[] {
	const built: ElementContent[] = [];
	for (const node of nodes) {
		if (node.type === 'text') {
			const isLayout = node.value.trim() === '' && node.value.includes('\n');
			if (!isLayout) built.push({ type: 'text', value: node.value });
		} else if (node.type === 'comment') built.push({ type: 'comment', value: node.value });
		else if (node.type === 'element') addElement(node, built, filling);
	}
	return built;
}

function addElement(node: Element, built: ElementContent[], filling: Filling): void {
	const { tagName, properties } = node;
	if (tagName === markTag) {
		built.push(...[...(filling.inlines[Number(properties.n)]?.children ?? [])].map(copyNode));
		return;
	}
	const { dataSlot, dataFlow, ...others } = properties;
	const content = typeof dataSlot === 'string' ? (filling.slots[dataSlot] ?? []).filter(isContent) : [];
	const children = [...content, ...build(node.children, filling)];
	const isBare = tagName === 'span' && Object.keys(others).length === 0;
	if (typeof dataFlow !== 'string') {
		built.push({ type: 'element', tagName, properties: others, children });
	} else if (filling.pair && dataFlow !== '') {
		const before = built.at(-1);
		// Two texts on one line stand apart.
		if (tagName === 'span' && before?.type === 'element' && before.data?.flow !== undefined) {
			built.push({ type: 'text', value: ' ' });
		}
		const element: Element = { type: 'element', tagName, properties: others, children };
		built.push(inFlow(element, dataFlow, filling.pair));
	} else if (isBare) built.push(...children);
	else built.push({ type: 'element', tagName, properties: others, children });
}

/**
 * An element that belongs to the text in one of the two languages, which it says unless it says another; what is in
 * the second language has the class `translation`.
 */
export function inFlow(element: Element, flow: Lang, [, second]: readonly [Lang, Lang]): Element {
	const { className, lang = flow, ...others } = element.properties;
	const classes = Array.isArray(className) ? className : [];
	const all = flow === second ? [...classes, 'translation'] : classes;
	const properties = { ...(all.length > 0 ? { className: all } : {}), ...others, lang };
	return { ...element, properties, data: { ...element.data, flow } as ElementData };
}

/** A title stands in several units, and whoever changes one must not change the other. */
function copyNode(node: ElementContent): ElementContent {
	if (node.type !== 'element') return { ...node };
	return { ...node, properties: { ...node.properties }, children: node.children.map(copyNode) };
}

/**
 * Every unit says its language at its root, and style sheets know it by its class; by others they know its layout, and
 * that it holds two languages.
 */
function markRoot(node: Element, { lang, pair, layout }: Filling): Element {
	const classes = node.properties.className;
	const own = Array.isArray(classes) ? classes : [];
	const className = ['unit', ...own, ...(layout ? [layout] : []), ...(pair ? ['bilingual'] : [])];
	return { ...node, properties: { ...node.properties, className, lang } };
}

function isContent(node: RootContent): node is ElementContent {
	return node.type !== 'doctype';
}

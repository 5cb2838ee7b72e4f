import type { ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Drop, Liquid } from 'liquidjs';
import { visit } from 'unist-util-visit';
import type { House, Inline, Lang } from '../model/index.ts';
import { keepWords } from './keep-words.ts';

/** What a template may be given: text (escaped), Inlines, numbers, and lists and records of them. */
export type TemplateValue =
	| string
	| number
	| boolean
	| undefined
	| Inline
	| readonly TemplateValue[]
	| { readonly [key: string]: TemplateValue };

export type TemplateData = { readonly [key: string]: TemplateValue };

/** Block content that takes the place of `<div data-slot="NAME">`'s children. */
export type Slots = { readonly [name: string]: readonly RootContent[] };

/** Fills one template of `templates/` and hands it back as a tree. */
export type Render = (template: string, data: TemplateData, slots?: Slots) => Root;

/** An Inline in a template: it prints as a mark, which is exchanged for the Inline's own nodes after parsing. */
class InlineDrop extends Drop {
	readonly lang: string;
	readonly text: string;
	readonly mark: number;

	constructor(inline: Inline, mark: number) {
		super();
		this.lang = inline.lang;
		this.text = inline.text;
		this.mark = mark;
	}

	override valueOf(): string {
		return this.text;
	}
}

const markTag = 'diglot-inline';

/**
 * Makes the function that fills the templates of the house. Titles, names and the like go in as trees and come
 * out as the same trees, so that markup never becomes text on the way and places in the manuscript are kept.
 */
export function createRender(house: House, lang: Lang): Render {
	const engine = new Liquid({
		templates: Object.fromEntries(house.templates),
		// A book has hundreds of units of a dozen kinds.
		cache: true,
		strictFilters: true,
		strictVariables: false,
		ownPropertyOnly: true,
		outputEscape: (value: unknown) =>
			value instanceof InlineDrop
				? `<${markTag} n="${value.mark}"></${markTag}>`
				: escapeText(String(value ?? '')),
	});
	return (template, data, slots = {}) => {
		const inlines: Inline[] = [];
		const html: string = engine.renderFileSync(`${template}.liquid`, prepare(data, inlines) as object);
		const tree = tidy(fromHtml(html, { fragment: true }));
		return keepWords(markRoots(fill(tree, inlines, slots), lang), lang);
	};
}

function prepare(value: TemplateValue, inlines: Inline[]): unknown {
	if (Array.isArray(value)) return value.map((one) => prepare(one, inlines));
	if (typeof value !== 'object' || value === null) return value;
	if (isInline(value)) return new InlineDrop(value, inlines.push(value) - 1);
	const record = value as { readonly [key: string]: TemplateValue };
	return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, prepare(one, inlines)]));
}

function isInline(value: object): value is Inline {
	return 'html' in value && 'children' in value && 'text' in value;
}

function escapeText(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** Takes out what only the template's own layout brought in: line breaks between tags, and places in its text. */
function tidy(tree: Root): Root {
	visit(tree, (node, index, parent) => {
		// Places in a template are no places in the manuscript.
		delete node.position;
		if (node.type !== 'text' || !parent || index === undefined) return;
		if (node.value.trim() !== '' || !node.value.includes('\n')) return;
		parent.children.splice(index, 1);
		return index;
	});
	return tree;
}

function fill(tree: Root, inlines: readonly Inline[], slots: Slots): Root {
	visit(tree, 'element', (node, index, parent) => {
		if (node.tagName === markTag && parent && index !== undefined) {
			const inline = inlines[Number(node.properties.n)];
			const children = structuredClone([...(inline?.children ?? [])]);
			parent.children.splice(index, 1, ...children);
			return index + children.length;
		}
		const slot = node.properties.dataSlot;
		if (typeof slot !== 'string') return;
		delete node.properties.dataSlot;
		const content = (slots[slot] ?? []).filter(isContent);
		node.children.unshift(...content);
	});
	return tree;
}

/** Every unit says its language at its root, and style sheets know it by its class. */
function markRoots(tree: Root, lang: Lang): Root {
	for (const child of tree.children) {
		if (child.type !== 'element') continue;
		const classes = child.properties.className;
		child.properties.className = ['unit', ...(Array.isArray(classes) ? classes : [])];
		child.properties.lang = lang;
	}
	return tree;
}

function isContent(node: RootContent): node is ElementContent {
	return node.type !== 'doctype';
}

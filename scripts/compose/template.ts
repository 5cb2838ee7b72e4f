import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Drop, Liquid } from 'liquidjs';
import { noMemo } from '../diagnostics/index.ts';
import type { House, Inline, Lang, Layout, Memo } from '../model/index.ts';
import { createKeepWords } from './keep-words.ts';
import { isInline, nameData, type TemplateData, type TemplateValue } from './template-data.ts';
import { buildTree, markTag, type Slots } from './template-tree.ts';

export type { Slots };

/** Fills one template of `templates/` and hands it back as a tree. */
export type Render = (template: string, data: TemplateData, slots?: Slots) => Root;

export interface RenderOptions {
	/** What every template may use. */
	readonly shared?: TemplateData;
	/** The two languages that stand together in the units. */
	readonly pair?: readonly [Lang, Lang];
	/** Of an edition in two languages: a class of its units. */
	readonly layout?: Layout;
	/** What earlier builds of the session rendered. */
	readonly memo?: Memo;
}

/** An Inline in a template: it prints as a mark, which is exchanged for the Inline's own nodes after parsing. */
class InlineDrop extends Drop {
	readonly lang: string;
	readonly text: string;
	readonly inline: Inline;

	constructor(inline: Inline) {
		super();
		this.lang = inline.lang;
		this.text = inline.text;
		this.inline = inline;
	}

	override valueOf(): string {
		return this.text;
	}
}

/** What a template printed: HTML with marks, and the Inlines that the marks stand for, in order. */
interface Printed {
	readonly html: string;
	readonly inlines: readonly Inline[];
}

/**
 * Makes the function that fills the templates of the house. Titles, names and the like go in as trees and come
 * out as the same trees, so that markup never becomes text on the way and places in the manuscript are kept. What
 * prints the same as before is the very same tree, whatever else of the data has changed.
 */
export function createRender(
	house: House,
	lang: Lang,
	{ shared = {}, pair, layout, memo = noMemo }: RenderOptions = {},
): Render {
	const print = memo.recall('templates', JSON.stringify([...house.templates]), () => createPrint(house));
	const keepWords = memo.recall('kept words', lang, () => createKeepWords(lang));
	const around = [print, memo.recall('shared data', JSON.stringify(shared), () => shared)] as const;
	const name = [lang, ...around.map(memo.nameOf)].join();
	const shape = JSON.stringify([lang, pair, layout]);
	return (template, data, slots = {}) => {
		const slotted = Object.entries(slots).map(([slot, nodes]) => `${slot}:${memo.nameOf(nodes)}`);
		const key = `${name} ${template} ${nameData(data, memo)}`;
		const printed = memo.recall('printed templates', key, () => {
			const { html, inlines } = print(template, { ...around[1], ...data });
			return { html, inlines, content: `${inlines.map(memo.nameOf).join()} ${html}` };
		});
		const same = memo.recall('prints', printed.content, () => printed);
		return memo.recall('trees', `${shape} ${slotted.join()} ${memo.nameOf(same)}`, () => {
			const { children } = fromHtml(printed.html, { fragment: true });
			const filling = { inlines: printed.inlines, slots, lang, pair, layout };
			return keepWords({ type: 'root', children: buildTree(children, filling) });
		});
	};
}

function createPrint(house: House): (template: string, data: TemplateData) => Printed {
	let printed: Inline[] = [];
	const engine = new Liquid({
		templates: Object.fromEntries(house.templates),
		// A book has hundreds of units of a dozen kinds.
		cache: true,
		strictFilters: true,
		strictVariables: false,
		ownPropertyOnly: true,
		outputEscape: (value: unknown) =>
			value instanceof InlineDrop
				? `<${markTag} n="${printed.push(value.inline) - 1}"></${markTag}>`
				: escapeText(String(value ?? '')),
	});
	// The records `book` and `labels` come with every unit.
	const prepared = new WeakMap<object, unknown>();
	return (template, data) => {
		printed = [];
		const html: string = engine.renderFileSync(`${template}.liquid`, prepare(data, prepared) as object);
		return { html, inlines: printed };
	};
}

function prepare(value: TemplateValue, prepared: WeakMap<object, unknown>): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const known = prepared.get(value);
	if (known !== undefined) return known;
	const made = Array.isArray(value)
		? value.map((one) => prepare(one, prepared))
		: isInline(value)
			? new InlineDrop(value)
			: Object.fromEntries(Object.entries(value).map(([key, one]) => [key, prepare(one, prepared)]));
	prepared.set(value, made);
	return made;
}

function escapeText(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

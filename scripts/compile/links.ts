import type { Element, ElementContent, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/index.ts';
import type { Lang, PiecePath } from '../model/index.ts';
import { contextOf, type Outcome, reportAt, type Surroundings, type TextContext } from './context.ts';
import { decodePercent, resolvePath } from './paths.ts';
import { schemeOf } from './unsafe-links.ts';

type Child = Parents['children'][number];

/** The ids of one piece by what an author calls them: slugs of headings and ids given in HTML. */
export interface LinkTargets {
	readonly key: string;
	readonly anchors: ReadonlyMap<string, string>;
}

/** Leads links to pieces and headings to their ids; a link that leads nowhere is reported and only its text stays. */
export function rehypeLinks() {
	return (tree: Root, file: VFile): void => follow(tree, contextOf(file));
}

function follow(parent: Parents, context: TextContext): void {
	for (const child of parent.children) {
		if (child.type === 'element') follow(child, context);
	}
	if (!parent.children.some(isLink)) return;
	const children: readonly Child[] = parent.children;
	parent.children = children.flatMap((child): readonly Child[] =>
		isLink(child) ? followOne(child, context) : [child],
	) as typeof parent.children;
}

function isLink(node: Child): node is Element {
	return node.type === 'element' && node.tagName === 'a';
}

function followOne(link: Element, context: TextContext): readonly ElementContent[] {
	const { href, id } = link.properties;
	if (typeof href === 'string') {
		const outcome = resolveLink(href, context);
		if ('href' in outcome) {
			link.properties.href = outcome.href;
			return [link];
		}
		if (outcome.broken) reportAt(context, 'link-broken', outcome.broken, link.position, outcome.hint);
		delete link.properties.href;
	}
	// An <a id> without address is a place to lead to.
	return id === undefined ? link.children : [link];
}

/** Where an address leads. */
export function resolveLink(href: string, context: TextContext): Outcome {
	if (schemeOf(href) !== undefined) return outside(href);
	if (href.startsWith('//')) {
		return { broken: `"${href}" has no protocol`, hint: 'Write https: in front of it.' };
	}
	const [address = '', ...rest] = href.split('#');
	const anchor = href.includes('#') ? decodePercent(rest.join('#')) : undefined;
	if (address === '') {
		if (anchor === undefined) return { broken: 'the link has no address' };
		return toAnchor(anchor, href, { key: context.key, anchors: context.anchors });
	}
	const { book, file, lang } = context;
	return book.findPlace({ href, address: decodePercent(address), anchor, file, lang });
}

function outside(href: string): Outcome {
	const address = href.trim().replace(/\s/g, (space) => encodeURIComponent(space));
	return URL.canParse(address) ? { href: address } : { broken: `"${href}" is no valid address` };
}

/**
 * Makes the function that finds where links between pieces lead. `targets` has every listed piece, and is filled
 * before the first link is followed; `languages` are those of the book.
 */
export function createFindPlace(
	languages: readonly Lang[],
	targets: ReadonlyMap<PiecePath, ReadonlyMap<Lang, LinkTargets>>,
): Surroundings['findPlace'] {
	return ({ href, address, anchor, file, lang }) => {
		const path = resolvePath(file, address);
		const piece = path === undefined ? undefined : withoutEnding(path, new Set([...languages, lang]));
		if (piece === undefined || !targets.has(piece)) {
			const names = [...targets.keys()].map((one) => `/${one}.md`);
			const wanted = `/${piece ?? address.replace(/^(\.*\/)+/, '')}.md`;
			return { broken: `"${href}" leads to no piece of the book`, ...hinted(didYouMean(wanted, names)) };
		}
		const pieces = targets.get(piece);
		const here = pieces?.get(lang);
		// The piece is not in this edition, and that has been said already.
		if (!here) return {};
		if (anchor === undefined) return { href: `#${here.key}` };
		const found = toAnchor(anchor, href, here);
		if ('href' in found) return found;
		// A heading by its name in another language: its piece is as near as one can get.
		const isElsewhere = [...(pieces?.values() ?? [])].some((other) => other.anchors.has(anchor));
		return isElsewhere ? { href: `#${here.key}` } : found;
	};
}

function withoutEnding(path: string, languages: ReadonlySet<Lang>): string | undefined {
	if (!path.endsWith('.md')) return undefined;
	const stem = path.slice(0, -'.md'.length);
	const dot = stem.lastIndexOf('.');
	return dot > 0 && languages.has(stem.slice(dot + 1)) ? stem.slice(0, dot) : stem;
}

function toAnchor(anchor: string, href: string, { key, anchors }: LinkTargets): Outcome {
	if (anchor === '' && key !== '') return { href: `#${key}` };
	const id = anchors.get(anchor) ?? anchors.get(anchor.toLowerCase());
	if (id !== undefined) return { href: `#${id}` };
	const names = [...anchors.keys()].map((name) => `#${name}`);
	return { broken: `"${href}" leads to no heading`, ...hinted(didYouMean(`#${anchor}`, names)) };
}

function hinted(hint: string | undefined): { readonly hint?: string } {
	return hint === undefined ? {} : { hint };
}

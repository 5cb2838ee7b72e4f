import type { Element, ElementContent, Properties } from 'hast';
import type { Mark, Marker } from './marker.ts';
import { isCall } from './tokens.ts';

/** Class of all that is marked as changed; what it means: docs/redline.md. */
export const changed = 'change';

/** `<ins>` or `<del>` round some content of a line. */
export function markElement(mark: Mark, children: readonly ElementContent[]): Element {
	const tagName = mark === 'inserted' ? 'ins' : 'del';
	return { type: 'element', tagName, properties: { className: [changed] }, children: [...children] };
}

export function withClass(properties: Properties, ...names: readonly string[]): Properties {
	const { className } = properties;
	return { ...properties, className: [...(Array.isArray(className) ? className : []), ...names] };
}

const pictures = new Set(['img', 'svg', 'math']);

/** Something in a line that came or is gone, marked so that it is seen; what shows nothing is not marked. */
export function markThing(thing: Element, mark: Mark, marker: Marker): readonly ElementContent[] {
	if (isCall(thing)) {
		if (mark === 'deleted') return [marker.goneCall(thing)];
		return [{ ...thing, children: [markElement(mark, thing.children)] }];
	}
	if (pictures.has(thing.tagName)) return [markPicture(thing, mark, marker)];
	if (thing.tagName === 'br' || thing.tagName === 'wbr') return mark === 'deleted' ? [] : [thing];
	if (thing.children.length === 0) return mark === 'deleted' ? [] : [thing];
	return [markElement(mark, [mark === 'deleted' ? bare(thing) : thing])];
}

function markPicture(picture: Element, mark: Mark, marker: Marker): Element {
	const from = mark === 'deleted' ? renamed(bare(picture, true), marker.nextPrefix()) : picture;
	const { src, alt, ariaLabel } = from.properties;
	const properties = withClass(from.properties, changed, mark);
	if (typeof src === 'string' && mark === 'deleted') properties.src = marker.before.imageOf(src);
	if (typeof alt === 'string' && alt !== '') properties.alt = marker.describe(mark, alt);
	if (typeof ariaLabel === 'string') properties.ariaLabel = marker.describe(mark, ariaLabel);
	return { ...from, properties };
}

/** Properties of what is gone that must not be there twice, or lead anywhere. */
const placed = ['id', 'href', 'dataNote', 'role', 'target', 'rel', 'name'];

/**
 * A copy of something that is gone: no places of the text that is compared with, no ids, no links.
 * @param isDrawing the ids of a drawing are what its parts know each other by
 */
export function bare(node: Element, isDrawing = false): Element {
	const { position: _, data: __, ...rest } = node;
	const properties = Object.fromEntries(
		Object.entries(node.properties).filter(([name]) => isDrawing || !placed.includes(name)),
	);
	const children = node.children.map((child) => bareContent(child, isDrawing));
	return { ...rest, tagName: node.tagName === 'a' ? 'span' : node.tagName, properties, children };
}

export function bareContent(node: ElementContent, isDrawing = false): ElementContent {
	if (node.type === 'element') return bare(node, isDrawing);
	const { position: _, ...rest } = node;
	return rest;
}

/** A drawing whose ids begin with a prefix, and so do its references to them. */
function renamed(node: Element, prefix: string): Element {
	const move = (value: string) => value.replaceAll(/url\(#/g, `url(#${prefix}`).replace(/^#/, `#${prefix}`);
	const properties = Object.fromEntries(
		Object.entries(node.properties).map(([name, value]) => {
			if (typeof value !== 'string') return [name, value];
			if (name === 'id') return [name, prefix + value];
			// A colour begins like a reference.
			return [name, name === 'href' || value.includes('url(#') ? move(value) : value];
		}),
	);
	const children = node.children.map((child) => (child.type === 'element' ? renamed(child, prefix) : child));
	return { ...node, properties, children };
}

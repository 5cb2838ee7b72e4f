import type { Element, ElementContent, ElementData, Properties, Text } from 'hast';
import type { Asset } from '../model/index.ts';
import { reportAt, type TextContext } from './context.ts';
import { checkSvg, declarations, isDrawingAttribute, type XmlElement, type XmlNode } from './svg-check.ts';
import { DRAWING_ELEMENTS, PRESENTATION } from './svg-vocabulary.ts';

/**
 * The drawing of an SVG file as part of the text, its ids beginning with `prefix`; undefined where the file is no
 * SVG or must stay an image, as all do without a prefix. Reports what is wrong with the file.
 */
export function drawingOf(
	asset: Asset,
	image: Element,
	prefix: string | undefined,
	context: TextContext,
): Element | undefined {
	if (asset.svg === undefined) return undefined;
	const verdict = checkSvg(asset.svg);
	if (verdict.kind === 'drawing') {
		if (prefix === undefined) return undefined;
		return draw(verdict.root, asset, image, (id) => context.book.claimId(`${prefix}-${id}`));
	}
	const name = `the drawing "${asset.path}"`;
	if (verdict.kind === 'image') {
		if (verdict.hasText) {
			const message = `${name} is styled by more than attributes, so its text cannot use the book's fonts`;
			reportAt(context, 'image-svg-style', message, image.position);
		}
	} else if (verdict.kind === 'unsafe') {
		reportAt(context, 'image-svg-unsafe', `${name} holds ${verdict.reason}`, image.position);
	} else {
		reportAt(context, 'image-unreadable', `${name} cannot be read: ${verdict.reason}`, image.position);
	}
	return undefined;
}

function draw(root: XmlElement, asset: Asset, image: Element, claim: (id: number) => string): Element {
	const ids = new Map<string, string>();
	collectIds(root, ids, claim);
	const svg = toElement(root, ids, image);
	const { width, height } = root.attributes ?? {};
	svg.properties.viewBox ??= `0 0 ${toNumber(width) ?? asset.width} ${toNumber(height) ?? asset.height}`;
	svg.data = { image: asset.path } as ElementData;
	return svg;
}

// Only plain pixels tell the size of the coordinate system.
function toNumber(size: string | null | undefined): number | undefined {
	const match = /^\s*([\d.]+)(?:px)?\s*$/.exec(size ?? '');
	return match ? Number(match[1]) : undefined;
}

function collectIds(element: XmlElement, ids: Map<string, string>, claim: (id: number) => string): void {
	const id = element.attributes?.id;
	if (id && !ids.has(id)) ids.set(id, claim(ids.size + 1));
	for (const child of element.children) {
		if (isKept(child)) collectIds(child, ids, claim);
	}
}

function isKept(node: XmlNode): node is XmlElement {
	return node.type === 'element' && DRAWING_ELEMENTS.has(node.name);
}

function toElement(source: XmlElement, ids: ReadonlyMap<string, string>, image: Element): Element {
	const hasText = ['text', 'tspan', 'textPath'].includes(source.name);
	const element: Element = {
		type: 'element',
		tagName: source.name,
		properties: toProperties(source, ids),
		children: source.children.flatMap((child): ElementContent[] => {
			if (isKept(child)) return [toElement(child, ids, image)];
			return hasText && (child.type === 'text' || child.type === 'cdata') ? [toText(child.value, image)] : [];
		}),
	};
	if (image.position) element.position = image.position;
	return element;
}

// A fault in a drawing's text is reported where the drawing is called for.
function toText(value: string, image: Element): Text {
	const text: Text = { type: 'text', value };
	if (image.position) text.position = image.position;
	return text;
}

function toProperties(source: XmlElement, ids: ReadonlyMap<string, string>): Properties {
	const properties: Properties = {};
	for (const [name, value] of Object.entries(writtenAttributes(source))) {
		const [property, moved] = toProperty(name, value, ids);
		if (moved !== undefined) properties[property] = moved;
	}
	return properties;
}

function writtenAttributes(source: XmlElement): Readonly<Record<string, string>> {
	const written: Record<string, string> = {};
	for (const [name, value] of Object.entries(source.attributes ?? {})) {
		if (value !== null && value !== undefined && name !== 'style') written[name] = value;
	}
	// A declaration is stronger than an attribute.
	for (const [name, value] of declarations(source.attributes?.style ?? '')) {
		if (PRESENTATION.has(name)) written[name] = value.replace(/\s*!important$/i, '');
	}
	return written;
}

function toProperty(
	name: string,
	value: string,
	ids: ReadonlyMap<string, string>,
): readonly [string, string | undefined] {
	if (name === 'id') return ['id', ids.get(value)];
	if (name === 'href' || name === 'xlink:href') {
		const id = ids.get(value.trim().slice(1));
		return ['href', id && `#${id}`];
	}
	if (name === 'xml:lang' || name === 'lang') return ['xmlLang', value];
	return [propertyName(name), isDrawingAttribute(name) ? moveReferences(value, ids) : undefined];
}

// An attribute that points to nothing is left out, as a browser would.
function moveReferences(value: string, ids: ReadonlyMap<string, string>): string | undefined {
	let isWhole = true;
	const moved = value.replace(/url\(\s*["']?#(.*?)["']?\s*\)/gi, (_match, id: string) => {
		const known = ids.get(id);
		isWhole &&= known !== undefined;
		return `url(#${known})`;
	});
	return isWhole ? moved : undefined;
}

// As hast names them: `text-anchor` is `textAnchor`, and what has capitals keeps them.
function propertyName(attribute: string): string {
	return attribute.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

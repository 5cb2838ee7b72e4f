import { fromXml } from 'xast-util-from-xml';
import {
	DESCRIBING_ELEMENTS,
	DRAWING_ELEMENTS,
	GEOMETRY,
	PRESENTATION,
	UNSAFE_ELEMENTS,
} from './svg-vocabulary.ts';

export type XmlRoot = ReturnType<typeof fromXml>;
export type XmlNode = XmlRoot['children'][number];
export type XmlElement = Extract<XmlNode, { type: 'element' }>;

/** What may be done with an SVG file. */
export type SvgVerdict =
	| { readonly kind: 'drawing'; readonly root: XmlElement }
	/** Harmless, but its looks hang on more than attributes: it stays an image. */
	| { readonly kind: 'image'; readonly hasText: boolean }
	| { readonly kind: 'unsafe' | 'broken'; readonly reason: string };

/** Judges the markup of an SVG file. */
export function checkSvg(markup: string): SvgVerdict {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(markup)) return { kind: 'unsafe', reason: 'a document type' };
	let tree: XmlRoot;
	try {
		tree = fromXml(markup.replace(/^\ufeff/, ''));
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		return { kind: 'broken', reason: cause instanceof Error ? firstLine(cause.message) : 'no XML' };
	}
	const root = tree.children.find((node) => node.type === 'element');
	if (root?.name !== 'svg') return { kind: 'broken', reason: 'its first element is not <svg>' };
	const found: Findings = { unsafe: undefined, isPlain: true, hasText: false };
	for (const node of tree.children) look(node, found);
	if (found.unsafe !== undefined) return { kind: 'unsafe', reason: found.unsafe };
	return found.isPlain ? { kind: 'drawing', root } : { kind: 'image', hasText: found.hasText };
}

interface Findings {
	unsafe: string | undefined;
	isPlain: boolean;
	hasText: boolean;
}

function firstLine(text: string): string {
	return text.split('\n', 1)[0] ?? text;
}

function look(node: XmlNode, found: Findings): void {
	if (node.type === 'instruction' && node.name.toLowerCase() !== 'xml') {
		found.unsafe ??= `the instruction <?${node.name}?>`;
	}
	if (node.type !== 'element') return;
	const { name } = node;
	const isForeign = name.includes(':');
	const plainName = name.slice(name.indexOf(':') + 1).toLowerCase();
	if (UNSAFE_ELEMENTS.has(plainName)) found.unsafe ??= `the element <${name}>`;
	if (name === 'style') lookAtStyle(node, found);
	if (!isForeign && !DRAWING_ELEMENTS.has(name) && !DESCRIBING_ELEMENTS.has(name)) found.isPlain = false;
	if (name === 'text') found.hasText = true;
	for (const [key, value] of Object.entries(node.attributes ?? {})) {
		if (value !== null && value !== undefined) lookAtAttribute(key, String(value), found, isForeign);
	}
	for (const child of node.children) look(child, found);
}

function lookAtStyle(node: XmlElement, found: Findings): void {
	const text = node.children.map((child) => ('value' in child ? child.value : '')).join('');
	if (/@import/i.test(text) || hasOutsideUrl(text)) found.unsafe ??= 'a style that loads something';
}

function lookAtAttribute(key: string, value: string, found: Findings, isForeign: boolean): void {
	const name = key.toLowerCase();
	if (/^(?:.*:)?on/.test(name)) found.unsafe ??= `the event handler ${key}`;
	const isAddress = /^(?:.*:)?(?:href|src)$/.test(name);
	if (isAddress && !isForeign && !value.trim().startsWith('#')) {
		found.unsafe ??= `a reference to "${value.slice(0, 60)}"`;
	}
	if (hasOutsideUrl(value)) found.unsafe ??= `a reference in ${key}`;
	if (name === 'class') found.isPlain = false;
	if (name === 'style' && !isPlainStyle(value)) found.isPlain = false;
}

// CSS may hide the word behind an escape, so a backslash counts as a reference too.
function hasOutsideUrl(value: string): boolean {
	if (/javascript:|expression\(|\\/i.test(value)) return true;
	return [...value.matchAll(/url\(\s*["']?\s*(.)/gi)].some(([, first]) => first !== '#');
}

function isPlainStyle(style: string): boolean {
	return declarations(style).every(([name]) => PRESENTATION.has(name) || name.startsWith('-'));
}

/** Names and values of a `style` attribute. */
export function declarations(style: string): readonly (readonly [string, string])[] {
	return style.split(';').flatMap((one) => {
		const colon = one.indexOf(':');
		if (colon < 0) return [];
		return [[one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()] as const];
	});
}

/** True for an attribute that a drawing keeps. */
export function isDrawingAttribute(name: string): boolean {
	return PRESENTATION.has(name) || GEOMETRY.has(name);
}

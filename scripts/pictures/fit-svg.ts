import { visit } from 'unist-util-visit';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

export interface FitSvg {
	readonly bytes: Uint8Array;
	/** Whether something moved in it. */
	readonly moved: boolean;
}

const svgSpace = 'http://www.w3.org/2000/svg';
const xlinkSpace = 'http://www.w3.org/1999/xlink';

/** Elements that change others with time (SVG Animations 2, chapter 2). */
const animations = new Set([
	'animate',
	'animateColor',
	'animateMotion',
	'animateTransform',
	'set',
	'discard',
]);

/** Declarations of CSS Animations and CSS Transitions. */
const movingStyle = /(?<![\w-])(?:-\w+-)?(?:animation|transition)(?:-[\w-]+)?\s*:[^;}]*;?/gi;

/**
 * A drawing as a file of an EPUB: with its name space, at rest, and without the notes that drawing programs leave in
 * names of their own. What could run or load something was refused when the manuscript was compiled.
 */
export function fitSvg(markup: string): FitSvg {
	const tree: Root = fromXml(markup.replace(/^\ufeff/, ''));
	let moved = false;
	visit(tree, (node, index, parent) => {
		const isKept = node.type === 'root' || node.type === 'element' ? keeps(node) : isText(node.type);
		if (node.type === 'element' && animations.has(node.name)) moved = true;
		if (isKept || !parent || index === undefined) {
			if (node.type === 'element' && rest(node)) moved = true;
			return;
		}
		parent.children.splice(index, 1);
		return index;
	});
	const root = tree.children.find((node): node is Element => node.type === 'element');
	if (root) root.attributes = { ...root.attributes, xmlns: svgSpace, 'xmlns:xlink': xlinkSpace };
	return { bytes: new TextEncoder().encode(toXml(tree)), moved };
}

function isText(type: string): boolean {
	return type === 'text' || type === 'cdata';
}

function keeps(node: Root | Element): boolean {
	return node.type === 'root' || !(node.name.includes(':') || animations.has(node.name));
}

/** Takes from an element what is not SVG and what moves; tells whether something moved. */
function rest(element: Element): boolean {
	let moved = false;
	const still = (style: string) => {
		const calm = style.replace(movingStyle, '');
		if (calm !== style) moved = true;
		return calm;
	};
	for (const [name, value] of Object.entries(element.attributes)) {
		if (name.includes(':') && !/^(?:xlink|xml):/.test(name)) delete element.attributes[name];
		else if (name === 'style' && typeof value === 'string') element.attributes[name] = still(value);
	}
	if (element.name !== 'style') return moved;
	for (const child of element.children) if ('value' in child) child.value = still(child.value);
	return moved;
}

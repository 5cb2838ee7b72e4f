import type { Element, ElementContent, Properties } from 'hast';

const black = '#000000';

/**
 * Makes every drawing legible whatever colours the reader has chosen: it stands on white paper of its own, as in
 * print, and no colour in it comes from outside. Reading systems set the text of drawings in the reader's colour
 * (Readium CSS: `svg text { fill: currentColor !important }`), light on our white at night; so the colour is said
 * once more inside of `text`, where that does not reach. The tree is changed.
 */
export function groundDrawings(tree: Element): void {
	for (const child of tree.children) {
		if (child.type !== 'element') continue;
		if (child.tagName === 'svg') groundDrawing(child);
		else groundDrawings(child);
	}
}

function groundDrawing(svg: Element): void {
	fixColours(svg, { color: black, fill: black });
	svg.children.unshift({
		type: 'element',
		tagName: 'rect',
		properties: { ...boxOf(svg), fill: '#ffffff' },
		children: [],
	});
}

function boxOf({ properties }: Element): Properties {
	const box = String(properties.viewBox ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	const [x = 0, y = 0, width = 0, height = 0] = box;
	const isBox = box.length === 4 && box.every(Number.isFinite);
	return isBox
		? { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` }
		: { width: '100%', height: '100%' };
}

interface Colours {
	/** What `currentColor` stands for. */
	readonly color: string;
	readonly fill: string;
}

function fixColours(element: Element, outer: Colours): void {
	const { properties } = element;
	const color = colourOf(properties.color, outer.color, outer.color);
	for (const name of ['fill', 'stroke', 'stopColor']) {
		if (isCurrent(properties[name])) properties[name] = color;
	}
	const inner = { color, fill: colourOf(properties.fill, outer.fill, color) };
	if (element.tagName === 'text') {
		element.children = element.children.map((child) => ownColour(child, inner.fill));
	}
	for (const child of element.children) {
		if (child.type === 'element') fixColours(child, inner);
	}
}

function colourOf(value: unknown, inherited: string, current: string): string {
	if (isCurrent(value)) return current;
	return typeof value === 'string' && value.trim() !== 'inherit' ? value : inherited;
}

function isCurrent(value: unknown): boolean {
	return typeof value === 'string' && value.trim().toLowerCase() === 'currentcolor';
}

function ownColour(child: ElementContent, fill: string): ElementContent {
	if (child.type === 'element') {
		child.properties.fill ??= fill;
		return child;
	}
	if (child.type !== 'text' || child.value.trim() === '') return child;
	return { type: 'element', tagName: 'tspan', properties: { fill }, children: [child] };
}

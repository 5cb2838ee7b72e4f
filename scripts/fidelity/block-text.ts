import type { Element, ElementContent } from 'hast';
import type { Block, Lang, Place } from '../model/index.ts';

/** What a block says, with the place of each character in its file. */
export interface BlockText {
	readonly lang: Lang;
	/** Without soft hyphens and note calls; code, drawings and addresses are one U+FFFC each, a line end is a blank. */
	readonly text: string;
	/** The place of the character at an index. */
	readonly placeAt: (index: number) => Place;
	readonly block: Block;
}

/** Stands for what is no text. */
export const object = '\ufffc';

interface Stretch {
	readonly start: number;
	readonly line: number;
	readonly column: number;
	/** Whether its characters stand side by side in the source, as those of an image's description do not. */
	readonly isPlain: boolean;
}

const opaque = new Set(['code', 'pre', 'kbd', 'samp', 'svg', 'math', 'input']);

// The reading of a ruby says again what its base says.
const silent = new Set(['rt', 'rp', 'script', 'style']);

/** Reads what a block says itself; `isWhole` also what the blocks inside say. */
export function readBlock(block: Block, piece: Lang, isWhole = false): BlockText {
	const { node, place } = block;
	const reading: Reading = { text: '', stretches: [], lastLine: place.line, lastColumn: place.column };
	readContent(block, isWhole, reading);
	const { text, stretches } = reading;
	const given = node?.properties.lang;
	const lang = typeof given === 'string' ? given : piece;
	return { lang, text, placeAt: (index) => findPlace(stretches, index, place), block };
}

interface Reading {
	text: string;
	readonly stretches: Stretch[];
	lastLine: number;
	lastColumn: number;
}

function readContent(block: Block, isWhole: boolean, reading: Reading): void {
	if (block.kind === 'code' || block.kind === 'formula') add(object, undefined, false, reading);
	else for (const child of block.content) readNode(child, reading);
	for (const inner of isWhole ? block.blocks : []) {
		add(' ', inner.place, true, reading);
		readContent(inner, true, reading);
	}
}

function readElement(element: Element, reading: Reading): void {
	for (const child of element.children) readNode(child, reading);
}

function readNode(node: ElementContent, reading: Reading): void {
	if (node.type === 'text') {
		add(node.value, node.position?.start, true, reading);
		return;
	}
	if (node.type !== 'element') return;
	const { tagName, properties } = node;
	if (silent.has(tagName) || properties.dataNote !== undefined) return;
	if (tagName === 'br') add(' ', node.position?.start, true, reading);
	else if (tagName === 'img' || tagName === 'svg') readPicture(node, reading);
	else if (opaque.has(tagName) || isBareAddress(node)) add(object, node.position?.start, false, reading);
	else readElement(node, reading);
}

function readPicture(node: Element, reading: Reading): void {
	const { alt, ariaLabel } = node.properties;
	const said = typeof alt === 'string' ? alt : typeof ariaLabel === 'string' ? ariaLabel : '';
	add(object + said, node.position?.start, false, reading);
	if (said !== '') add(object, node.position?.start, false, reading);
}

/** A link whose text is its address. */
function isBareAddress({ tagName, children }: Element): boolean {
	if (tagName !== 'a') return false;
	const said = children
		.map(textOf)
		.join('')
		.replace(/\u00ad/g, '');
	return /^(?:(?:https?:\/\/|www\.|mailto:)\S+|[^\s@]+@[^\s@]+\.[a-z]+)$/i.test(said);
}

function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function add(
	value: string,
	at: { readonly line: number; readonly column: number } | undefined,
	isPlain: boolean,
	reading: Reading,
): void {
	const clean = /[\u00ad\u2060\n]/.test(value)
		? value.replace(/[\u00ad\u2060]/g, '').replace(/\n/g, ' ')
		: value;
	if (clean === '') return;
	if (at) {
		reading.lastLine = at.line;
		reading.lastColumn = at.column;
	}
	reading.stretches.push({
		start: reading.text.length,
		line: reading.lastLine,
		column: reading.lastColumn,
		isPlain: isPlain && at !== undefined,
	});
	reading.text += clean;
}

function findPlace(stretches: readonly Stretch[], index: number, { file, line, column }: Place): Place {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stretches[middle]?.start ?? 0) <= index) low = middle + 1;
		else high = middle;
	}
	const found = stretches[low - 1];
	if (!found) return { file, line, column };
	return { file, line: found.line, column: found.column + (found.isPlain ? index - found.start : 0) };
}

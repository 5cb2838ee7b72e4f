import type { Element, ElementContent, Text } from 'hast';

/** The smallest thing that is compared: a word, a blank, a mark, or something in the line that is no text. */
export interface Token {
	/** Equal where two say the same. */
	readonly key: string;
	/** Elements of the line that it stands in, from the outside in. */
	readonly around: readonly Element[];
	/** How much of the reader's attention it takes: 0 for blanks and points, 2 for a Han character. */
	readonly weight: number;
	/** What it is: a stretch of a text, or an element that is one thing. */
	readonly node: Text | Element;
}

/** What the room must know to compare lines of text. */
export interface TokenContext {
	/** Cuts a text into words. */
	readonly words: Intl.Segmenter;
	/** What the call of a note stands for: the same for a note and for what it was before. */
	readonly noteOf: (id: string) => string;
	/** The same for an image and for what it was before. */
	readonly imageOf: (path: string) => string;
}

/** Elements of a line that are one thing, whatever they hold. */
const things = new Set(['img', 'svg', 'math', 'ruby', 'br', 'input', 'wbr', 'audio', 'video']);

/** What hyphenation, and only that, brings into a text. */
const invisible = /[\u00ad\u200b\u2060]/g;

export function plainText(text: string): string {
	return text.replaceAll(invisible, '').replaceAll(/\s+/g, ' ');
}

export function isThing(element: Element): boolean {
	return things.has(element.tagName) || isCall(element) || element.children.length === 0;
}

/** Whether an element is the call of a note. */
export function isCall({ properties }: Element): boolean {
	return typeof properties.dataNote === 'string';
}

/** The tokens of a line, in order. */
export function tokensOf(nodes: readonly ElementContent[], context: TokenContext): readonly Token[] {
	const tokens: Token[] = [];
	const walk = (node: ElementContent, around: readonly Element[]): void => {
		if (node.type === 'text') tokens.push(...wordsOf(node, around, context));
		if (node.type !== 'element') return;
		if (isThing(node))
			tokens.push({ key: thingKey(node, context), around, weight: weightOfThing(node), node });
		else for (const child of node.children) walk(child, [...around, node]);
	};
	for (const node of nodes) walk(node, []);
	return tokens;
}

function wordsOf(node: Text, around: readonly Element[], { words }: TokenContext): readonly Token[] {
	return Array.from(words.segment(node.value), ({ segment }) => textToken(node, segment, around));
}

/** A stretch of a text, in the place of the text. */
function textToken(node: Text, value: string, around: readonly Element[]): Token {
	const key = plainText(value);
	return { key, around, weight: weightOf(key), node: value === node.value ? node : { ...node, value } };
}

const han = /\p{Script=Han}/gu;
const other = /[\p{L}\p{N}]/gu;

function weightOf(text: string): number {
	const hans = text.match(han)?.length ?? 0;
	return hans + (text.match(other)?.length ?? 0);
}

/** As a short word; what shows nothing weighs nothing. */
function weightOfThing({ tagName, children }: Element): number {
	return children.length > 0 || tagName === 'img' ? 4 : 0;
}

function thingKey(node: Element, { noteOf, imageOf }: TokenContext): string {
	const { dataNote, src } = node.properties;
	if (typeof dataNote === 'string') return `note ${noteOf(dataNote)}`;
	if (node.tagName === 'img' && typeof src === 'string') return `image ${imageOf(src)}`;
	return `thing ${shapeOf(node)}`;
}

/** Properties that name places, and change where nothing that is seen does. */
const naming = new Set(['id', 'href', 'xLinkHref']);

/** What a tree looks like, in one text: names of places do not count. */
export function shapeOf(node: ElementContent): string {
	if (node.type === 'text') return JSON.stringify(plainText(node.value));
	if (node.type !== 'element') return '';
	const properties = Object.entries(node.properties)
		.filter(([name]) => !naming.has(name))
		.map(([name, value]) => [name, String(value).replaceAll(/url\(#[^)]*\)/g, 'url()')]);
	return `<${node.tagName} ${JSON.stringify(properties)}>${node.children.map(shapeOf).join('')}</>`;
}

/** A token of text, character by character; a thing stays one. */
export function charactersOf({ node, around, ...rest }: Token): readonly Token[] {
	if (node.type !== 'text') return [{ node, around, ...rest }];
	return Array.from(node.value, (character) => textToken(node, character, around));
}

export function isText({ node }: Token): boolean {
	return node.type === 'text';
}

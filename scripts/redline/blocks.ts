import type { Element, ElementContent, RootContent } from 'hast';
import { isThing, plainText, shapeOf, type TokenContext, tokensOf } from './tokens.ts';

type Line = readonly ElementContent[];

interface Common {
	/** Equal where two say the same. */
	readonly key: string;
	/** The words of it, and how much of each there is. */
	readonly words: () => Words;
	/** None of a line that stands beside blocks, as in an item of a list. */
	readonly element?: Element;
}

/** A block of text: a paragraph, a heading, or a line that stands beside blocks. */
export interface TextBlock extends Common {
	readonly kind: 'text';
	readonly line: Line;
}

/** A block that holds blocks, such as a list, an item or a table. */
export interface BoxBlock extends Common {
	readonly kind: 'box';
	readonly element: Element;
	readonly blocks: readonly Block[];
}

/** A rule across the page. */
export interface RuleBlock extends Common {
	readonly kind: 'rule';
	readonly element: Element;
}

export type Block = TextBlock | BoxBlock | RuleBlock;

export interface Words {
	readonly weights: ReadonlyMap<string, number>;
	readonly weight: number;
}

const texts = new Set('p h1 h2 h3 h4 h5 h6 pre caption figcaption summary'.split(' '));

const boxes = new Set(
	'ul ol li dl dt dd blockquote table thead tbody tfoot tr th td figure div section article aside details'.split(
		' ',
	),
);

/** The blocks of a text in order; what stands between blocks is one line. White space between blocks is left out. */
export function readBlocks(nodes: readonly RootContent[], context: TokenContext): readonly Block[] {
	const blocks: Block[] = [];
	let line: ElementContent[] = [];
	const close = () => {
		if (line.some(isShown)) blocks.push(textBlock(line, undefined, context));
		line = [];
	};
	for (const node of nodes) {
		if (node.type === 'doctype') continue;
		const block = node.type === 'element' ? blockOf(node, context) : undefined;
		if (block) {
			close();
			blocks.push(block);
		} else line.push(node);
	}
	close();
	return blocks;
}

function isShown(node: ElementContent): boolean {
	return node.type === 'element' || (node.type === 'text' && node.value.trim() !== '');
}

function blockOf(element: Element, context: TokenContext): Block | undefined {
	if (texts.has(element.tagName)) return textBlock(element.children, element, context);
	if (element.tagName === 'hr') return { kind: 'rule', key: 'rule', words: () => noWords, element };
	if (!boxes.has(element.tagName)) return undefined;
	const blocks = readBlocks(element.children, context);
	return {
		kind: 'box',
		key: `${element.tagName}[${blocks.map(({ key }) => key).join('|')}]`,
		words: once(() => joinWords(blocks)),
		element,
		blocks,
	};
}

function textBlock(line: Line, element: Element | undefined, context: TokenContext): TextBlock {
	return {
		kind: 'text',
		key: plainText(line.map((node) => keyOf(node, context)).join('')).trim(),
		words: once(() => wordsOf(line, context)),
		...(element ? { element } : {}),
		line,
	};
}

/** What a line says, without what is only set otherwise. */
function keyOf(node: ElementContent, context: TokenContext): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element') return '';
	if (!isThing(node)) return node.children.map((child) => keyOf(child, context)).join('');
	const { dataNote, src } = node.properties;
	if (typeof dataNote === 'string') return `\u0001${context.noteOf(dataNote)}\u0001`;
	if (typeof src === 'string') return `\u0001${context.imageOf(src)}\u0001`;
	return `\u0001${shapeOf(node)}\u0001`;
}

const noWords: Words = { weights: new Map(), weight: 0 };

function wordsOf(line: Line, context: TokenContext): Words {
	const weights = new Map<string, number>();
	let sum = 0;
	for (const { key, weight } of tokensOf(line, context)) {
		if (weight > 0) weights.set(key, (weights.get(key) ?? 0) + weight);
		sum += weight;
	}
	return { weights, weight: sum };
}

/** The words of several blocks together. */
export function joinWords(blocks: readonly Pick<Block, 'words'>[]): Words {
	const weights = new Map<string, number>();
	let sum = 0;
	for (const words of blocks.map((block) => block.words())) {
		for (const [key, weight] of words.weights) weights.set(key, (weights.get(key) ?? 0) + weight);
		sum += words.weight;
	}
	return { weights, weight: sum };
}

/** How much of two texts is in both, from 0 to 1 (Sørensen and Dice). */
export function likenessOf(one: Words, other: Words): number {
	const [few, many] = one.weights.size < other.weights.size ? [one, other] : [other, one];
	let shared = 0;
	for (const [key, weight] of few.weights) shared += Math.min(weight, many.weights.get(key) ?? 0);
	return one.weight + other.weight === 0 ? 0 : (2 * shared) / (one.weight + other.weight);
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

import type { ElementContent } from 'hast';
import type { Block, BlockKind } from '../model/index.ts';

/** What tells a block from its neighbours, whatever its language. */
export interface Traits {
	readonly kind: BlockKind;
	/** Of a heading, as the author wrote it: what a heading above it is, or whether there is one, has no part in it. */
	readonly level: number;
	/** All that it says, what is inside included. */
	readonly words: string;
	/** See `sizeOfText`. */
	readonly size: number;
	/** How many blocks are right inside. */
	readonly parts: number;
	/** Finds numbers, Latin words, addresses, pictures and calls of notes, each once. It takes longer than all the rest. */
	readonly tokens: () => readonly string[];
}

export function traitsOf(block: Block): Traits {
	const words = wordsOf(block);
	return {
		kind: block.kind,
		level: block.node?.data?.written ?? block.level ?? 0,
		words,
		size: sizeOfText(words),
		parts: block.blocks.length,
		tokens: () => tokensOf(block, words),
	};
}

function tokensOf(block: Block, words: string): readonly string[] {
	const tokens = new Set<string>();
	gatherTokens(block, tokens);
	for (const [word] of words.matchAll(/[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d.,’'-]*/gu)) {
		if (tells(word)) tokens.add(normal(word));
	}
	tokens.delete('');
	return [...tokens];
}

/** How much some blocks say; see `sizeOfText`. */
export function sizeOf(blocks: readonly Block[]): number {
	let size = 0;
	for (const block of blocks) size += sizeOfText(block.text) + sizeOf(block.blocks);
	return size;
}

/**
 * How many letters a text would have in the Latin script: the sign of a syllable or a word counts as three. White space
 * does not count.
 */
function sizeOfText(text: string): number {
	let size = 0;
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		// From here on Chinese, Japanese and Korean have their signs; two units make the rarer ones.
		if (unit !== 0x20) size += unit >= 0x2e80 && unit <= 0xd7a3 ? 3 : 1;
	}
	return size;
}

/** All that a block says, what is inside included. */
export function wordsOf({ text, blocks }: Block): string {
	if (blocks.length === 0) return text;
	return [text, ...blocks.map(wordsOf)].filter((words) => words !== '').join(' ');
}

function gatherTokens({ content, blocks }: Block, tokens: Set<string>): void {
	gatherFrom(content, tokens);
	for (const inner of blocks) gatherTokens(inner, tokens);
}

function gatherFrom(nodes: readonly ElementContent[], tokens: Set<string>): void {
	for (const node of nodes) {
		if (node.type !== 'element') continue;
		const { href, src, dataNote } = node.properties;
		if (dataNote !== undefined) {
			tokens.add('[^]');
			continue;
		}
		if (typeof href === 'string') tokens.add(href.startsWith('#') ? innerAddress(href) : href);
		// A picture with words has one file for each language: map.en.svg.
		if (typeof src === 'string') tokens.add(src.replace(/(?:\.[^./]+)?\.[^./]+$/, ''));
		gatherFrom(node.children, tokens);
	}
}

/** The piece that a link leads to, as it is called in every language. */
function innerAddress(href: string): string {
	return href.replace(/^#[^-]*-/, '#').replace(/-[hf]\d+$/, '');
}

/** Short words are the same in many languages by chance, unless they are names or numbers. */
function tells(word: string): boolean {
	return word.length > 3 || /[\p{Lu}\d]/u.test(word);
}

/** `1,000.` and `1000` are one number; `Models’` and `models` one word. */
function normal(word: string): string {
	const bare = word.toLowerCase().replace(/[.,’'-]+$/, '');
	return /^\d/.test(bare) ? bare.replaceAll(',', '') : bare;
}

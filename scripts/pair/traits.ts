import type { ElementContent } from 'hast';
import type { Block, BlockKind } from '../model/index.ts';

/** What tells a block from its neighbours, whatever its language. */
export interface Traits {
	readonly kind: BlockKind;
	readonly level: number;
	/** All that it says, what is inside included. */
	readonly words: string;
	/** How many characters that is, without white space. */
	readonly size: number;
	/** How many blocks are right inside. */
	readonly parts: number;
	/** Numbers, Latin words, addresses, pictures and named notes, each once. */
	readonly tokens: readonly string[];
}

export function traitsOf(block: Block): Traits {
	const tokens = new Set<string>();
	gatherTokens(block, tokens);
	const words = wordsOf(block);
	for (const [word] of words.matchAll(/[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d.,’'-]*/gu)) {
		tokens.add(normal(word));
	}
	return {
		kind: block.kind,
		level: block.level ?? 0,
		words,
		size: words.replaceAll(' ', '').length,
		parts: block.blocks.length,
		tokens: [...tokens].filter((token) => token !== ''),
	};
}

/** How many characters some blocks say, without white space. */
export function sizeOf(blocks: readonly Block[]): number {
	let size = 0;
	for (const block of blocks) size += block.text.replaceAll(' ', '').length + sizeOf(block.blocks);
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

/** `1,000.` and `1000` are one number; `Models’` and `models` one word. */
function normal(word: string): string {
	const bare = word.toLowerCase().replace(/[.,’'-]+$/, '');
	return /^\d/.test(bare) ? bare.replaceAll(',', '') : bare;
}

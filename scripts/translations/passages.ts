import type { Block, BlockPair, PiecePairing, Place } from '../model/index.ts';
import { allWords, markOf, ownWords } from './words.ts';

/** The text of one block: a title, a heading, a paragraph, what an item says itself, a row, the words of an image. */
export interface Passage {
	readonly words: string;
	/** Stands for the words in the lock. */
	readonly mark: string;
	readonly place: Place;
	/** The last line of the block. */
	readonly end: number;
}

/** A passage and its translation, where it has one. */
export interface PassagePair {
	readonly source: Passage;
	readonly target?: Passage;
}

/** What of a piece is translated, passage by passage, in the order of the text. */
export function listPassages({ title, body, notes }: PiecePairing): readonly PassagePair[] {
	return [title, ...body, ...notes].flatMap(passagesOf);
}

/** The passages of blocks that have no translation. */
export function listUntranslated(blocks: readonly Block[]): readonly PassagePair[] {
	return blocks.flatMap((source) => passagesOf({ source }));
}

/** Stands for every text that a passage of these blocks can have, whatever it was paired with. */
export function findWords(blocks: readonly Block[], found: Map<string, string> = new Map()): typeof found {
	for (const block of blocks) {
		for (const words of [allWords(block), ownWords(block)]) found.set(markOf(words), words);
		findWords(block.blocks, found);
	}
	return found;
}

function passagesOf(pair: BlockPair): readonly PassagePair[] {
	const { source, target } = pair;
	if (!source) return [];
	const within: readonly BlockPair[] = target
		? pair.inner
		: source.blocks.map((block) => ({ source: block }));
	// A row is one passage; so is a block of several whose translation is but one.
	const isWhole = source.kind === 'row' || within.length === 0;
	const words = isWhole ? allWords(source) : ownWords(source);
	const inner = isWhole ? [] : within.flatMap(passagesOf);
	if (words === '') return inner;
	if (!target) return [{ source: toPassage(source, words) }, ...inner];
	const translated = isWhole ? allWords(target) : ownWords(target);
	if (translated === '') return [{ source: toPassage(source, words) }, ...inner];
	return [{ source: toPassage(source, words), target: toPassage(target, translated) }, ...inner];
}

function toPassage({ place, node, content }: Block, words: string): Passage {
	const ends = [node, ...content].map((one) => one?.position?.end.line ?? 0);
	return { words, mark: markOf(words), place, end: Math.max(place.line, ...ends) };
}

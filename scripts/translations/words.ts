import { hash } from 'node:crypto';
import type { Block } from '../model/index.ts';

/** What a reader does not see: soft hyphens, and marks that allow or forbid the end of a line. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** A blank beside these is the setting of a line and no word's end: Han, kana, their punctuation and full forms. */
const blankBesideHan =
	/ (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]) /gu;

/** A quick look whether a text may have any of these. */
const mayHaveHan = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\ud8ff]/;

/** A text as it is compared: NFC, white space as one blank, none beside Han characters, nothing that is not seen. */
export function foldWords(text: string): string {
	const words = text.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim();
	return mayHaveHan.test(words) ? words.replace(blankBesideHan, '') : words;
}

/** The words that stand in a block itself, and not in the blocks within it. */
export function ownWords({ text }: Block): string {
	return foldWords(text);
}

/** All words of a block, those of the blocks within it too; the cells of a row are kept apart. */
export function allWords(block: Block): string {
	if (block.blocks.length === 0) return ownWords(block);
	const parts = [ownWords(block), ...block.blocks.map(allWords)].filter((part) => part !== '');
	return block.kind === 'row' ? parts.join(' | ') : foldWords(parts.join(' '));
}

/** Stands for words in the lock: 48 bits of SHA-256 in hexadecimal digits. */
export function markOf(words: string): string {
	return hash('sha256', words, 'hex').slice(0, 12);
}

import type { Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import type { Lang } from '../model/index.ts';
import { contextOf } from './context.ts';
import type { FindHyphenator, Hyphenator } from './hyphenators.ts';

const RUNNING_TEXT = new Set(['p', 'li', 'td', 'dd', 'blockquote', 'figcaption']);
const NEVER = new Set([
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'dt', 'caption', 'a', 'rt'],
	...['code', 'pre', 'kbd', 'samp', 'var', 'svg'],
]);

// A word is left alone next to a digit or to a sign that makes it part of a name, a path or a compound, and where
// it is longer than any word: the time that patterns take grows with the square of the length.
const WORD =
	/(?<![\p{L}\p{M}\p{N}_@/\\#~=&.\-\u2010\u2011\u00ad])\p{L}[\p{Ll}\p{M}]{5,60}(?![\p{L}\p{M}\p{N}_@/\\#~=&\-\u2010\u2011\u00ad]|\.\p{L})/gu;

/** Puts soft hyphens into the words of running text, in each language whose patterns are known. */
export function rehypeHyphenate() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		// A text without ids is a line of its own, such as a biography: all of it is running text.
		walk(tree, context.lang, context.key === '', context.book.hyphenator);
	};
}

function walk(parent: Parents, lang: Lang, isRunning: boolean, find: FindHyphenator): void {
	for (const child of parent.children) {
		if (child.type === 'text') {
			if (isRunning) hyphenateText(child, lang, find);
		} else if (child.type === 'element' && !NEVER.has(child.tagName)) {
			const given = child.properties.lang;
			walk(
				child,
				typeof given === 'string' ? given : lang,
				isRunning || RUNNING_TEXT.has(child.tagName),
				find,
			);
		}
	}
}

function hyphenateText(text: Text, lang: Lang, find: FindHyphenator): void {
	if (!/\p{Ll}{5}/u.test(text.value)) return;
	const hyphenator = find(lang);
	if (hyphenator) text.value = hyphenateWords(text.value, hyphenator);
}

/** The text with soft hyphens in all words that may be divided: six letters and more, no capital inside. */
export function hyphenateWords(text: string, hyphenator: Hyphenator): string {
	return text.replace(WORD, (word) => hyphenator(word));
}

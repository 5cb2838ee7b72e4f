/** A word of a text in an alphabet. */
export interface Word {
	readonly start: number;
	readonly end: number;
	/** In small letters, in the singular. */
	readonly root: string;
}

const word =
	/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d]+(?:['’](?!s\b)[\p{Script=Latin}]+)?/gu;

/** The words of a text, in their order. */
export function wordsOf(text: string): readonly Word[] {
	const words: Word[] = [];
	for (const { 0: found, index } of text.matchAll(word)) {
		words.push({ start: index, end: index + found.length, root: rootOf(found) });
	}
	return words;
}

/** The singular of an English noun in small letters; other words become something that is the same each time. */
export function rootOf(found: string): string {
	const lower = found.toLowerCase();
	if (!lower.endsWith('s') || lower.length < 4 || /(?:ss|us|is)$/.test(lower)) return lower;
	if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
	if (/(?:x|z|ch|sh|ss)es$/.test(lower)) return lower.slice(0, -2);
	return lower.slice(0, -1);
}

/** A word of a text in an alphabet. */
export interface Word {
	readonly start: number;
	readonly end: number;
	/** In small letters, in the singular, without accents. */
	readonly root: string;
}

/** The words of a text, in their order; figures are words too. */
export function wordsOf(text: string): readonly Word[] {
	const words: Word[] = [];
	for (let start = nextWord(text, 0); start < text.length; ) {
		const end = endOfWord(text, start);
		words.push({ start, end, root: rootOf(text.slice(start, end)) });
		start = nextWord(text, end);
	}
	return words;
}

/** Where the first word begins at an index or behind it; the length of the text where there is none. */
export function nextWord(text: string, index: number): number {
	let start = index;
	while (start < text.length && !isLetter(text.charCodeAt(start))) start += 1;
	return start;
}

/** Where a word ends: an apostrophe belongs to it, a possessive `’s` does not. */
export function endOfWord(text: string, start: number): number {
	let end = start + 1;
	while (isLetter(text.charCodeAt(end)) || isApostrophe(text, end)) end += 1;
	return end;
}

function isApostrophe(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	if (code !== 0x27 && code !== 0x2019) return false;
	if (!isLetter(text.charCodeAt(index + 1))) return false;
	return text[index + 1] !== 's' || isLetter(text.charCodeAt(index + 2));
}

/** Latin, Greek and Cyrillic letters, marks on them, and figures: this is asked of every character of a book. */
function isLetter(code: number): boolean {
	if (code < 0x80) {
		return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
	}
	return (
		(code >= 0xc0 && code < 0x530 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x2000)
	);
}

const accented = /[^\0-\x7f]/;

/** The singular of an English noun; other words become something that is the same each time. */
export function rootOf(found: string): string {
	const lower = found.toLowerCase();
	const plain = accented.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
	if (!plain.endsWith('s') || plain.length < 4 || /(?:ss|us|is)$/.test(plain)) return plain;
	if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
	return /(?:x|z|ch|sh|ss)es$/.test(plain) ? plain.slice(0, -2) : plain.slice(0, -1);
}

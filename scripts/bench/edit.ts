/** A piece as it is saved again, with a word in it that stands nowhere else in it. */
export interface Edit {
	readonly text: string;
	/** The new word, without what Markdown or a page might put into it. */
	readonly mark: string;
}

/** A paragraph of a piece that can be changed: plain text for its first words. */
interface Paragraph {
	readonly start: number;
	readonly end: number;
	readonly word: { readonly start: number; readonly end: number };
}

/** Characters of a paragraph's beginning, which has no markup and stays on one line. */
const opening = 24;

/**
 * Changes one word at the beginning of a plain paragraph, another one for each `index`. The new word is made of
 * letters that the piece has already, so that no font has to be cut anew.
 * @returns nothing where the piece has no such paragraph
 */
export function changeWord(source: string, index: number): Edit | undefined {
	const [paragraph] = paragraphsOf(source);
	if (!paragraph) return undefined;
	const { start, end } = paragraph.word;
	const mark = newWord(source, source.slice(start, end), index);
	if (mark === undefined) return undefined;
	return { text: source.slice(0, start) + mark + source.slice(end), mark };
}

/** Says the plain paragraphs of a piece again at its end until some characters have been added. */
export function lengthen(source: string, characters: number): string | undefined {
	const paragraphs = paragraphsOf(source).map(({ start, end }) => source.slice(start, end));
	const plain = paragraphs.filter((text) => !hasMarkup(text));
	if (plain.length === 0) return undefined;
	let added = '';
	for (let index = 0; added.length < characters; index++) added += `\n${plain[index % plain.length]}\n`;
	return `${source.trimEnd()}\n${added}`;
}

/** Characters of the text of a piece, without its front matter. */
export function lengthOf(source: string): number {
	return source.slice(bodyStart(source)).replaceAll(/\s/g, '').length;
}

/** The title in the front matter. */
export function titleOf(source: string): string | undefined {
	return /^title:\s*(["']?)(.+?)\1\s*$/m.exec(source.slice(0, bodyStart(source)))?.[2];
}

/** The beginning of the paragraph that `changeWord` changes. */
export function openingOf(source: string): string | undefined {
	const [paragraph] = paragraphsOf(source);
	return paragraph && source.slice(paragraph.start, paragraph.start + opening);
}

function paragraphsOf(source: string): readonly Paragraph[] {
	const found: Paragraph[] = [];
	for (const match of source.matchAll(/(?<=\n\s*\n)[^\n]+(?:\n[^\n]+)*(?=\n\s*(?:\n|$)|$)/g)) {
		const start = match.index;
		const [text] = match;
		const head = text.slice(0, opening);
		if (start < bodyStart(source) || text.length < 2 * opening) continue;
		if (/^(?:[#>+|~-]|\s|\d+[.)])/.test(text) || head.includes('\n') || hasMarkup(head)) continue;
		const word = /\p{Script=Han}{2}|(?<=\s)\p{Ll}{3,}(?=\s)/u.exec(head);
		if (!word) continue;
		const from = start + word.index;
		found.push({ start, end: start + text.length, word: { start: from, end: from + word[0].length } });
	}
	return found;
}

function hasMarkup(text: string): boolean {
	return /[`*_[\]<>!|\\&:~$]/.test(text);
}

/** Four Han characters or six letters; the place of each in the alphabet counts as a digit of the index. */
function newWord(source: string, old: string, index: number): string | undefined {
	const isHan = /\p{Script=Han}/u.test(old);
	const letters = source.slice(bodyStart(source)).match(isHan ? /\p{Script=Han}/gu : /[a-z]/g) ?? [];
	const alphabet = [...new Set(letters)].sort();
	const size = isHan ? 4 : 6;
	if (alphabet.length < 8) return undefined;
	const words = alphabet.length ** size;
	for (let number = 0, left = index; number < words; number++) {
		const word = Array.from(
			{ length: size },
			(_, place) => alphabet[(Math.floor(number / alphabet.length ** place) + 3 * place) % alphabet.length],
		).join('');
		if (!source.includes(word) && left-- === 0) return word;
	}
	return undefined;
}

function bodyStart(source: string): number {
	return /^---\n[\s\S]*?\n---(?=\n)/.exec(source)?.[0].length ?? 0;
}

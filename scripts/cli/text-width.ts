const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What terminals give two columns (Unicode Standard Annex 11: W and F), as far as titles have it. */
const wide =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\u30fc\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

const none = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
	let width = 0;
	for (const { segment } of segmenter.segment(text)) width += widthOfCharacter(segment);
	return width;
}

function widthOfCharacter(character: string): number {
	if (none.test(character)) return 0;
	return wide.test(character) ? 2 : 1;
}

/** A text in a number of columns: filled with blanks, or cut and marked with `…`. */
export function fitText(text: string, columns: number): string {
	const width = widthOf(text);
	if (width <= columns) return text + ' '.repeat(columns - width);
	let cut = '';
	let used = 1;
	for (const { segment } of segmenter.segment(text)) {
		used += widthOfCharacter(segment);
		if (used > columns) break;
		cut += segment;
	}
	return `${cut}…${' '.repeat(Math.max(0, columns - widthOf(cut) - 1))}`;
}

/** Han, kana, bopomofo and Yi: letters that are set without spaces between them. */
const WIDE_LETTER =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u30fc]/u;

// CJK symbols and punctuation, vertical and small forms, full-width forms (Unicode EastAsianWidth.txt, W and F).
const WIDE_PUNCTUATION =
	/[\u3001-\u3020\u3030\u303d\u30a0\u30fb\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

// Full-width letters and digits, enclosed and squared CJK signs.
const WIDE_SIGN = /[\u3220-\u325f\u3280-\u33ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffe0-\uffe6]/u;

// Punctuation shared with Latin text whose width follows its neighbours (class A of EastAsianWidth.txt).
const AMBIGUOUS_PUNCTUATION = /[‘’“”—―…‥·]/u;

/** True for a character that is as wide as a Han character and is no Hangul. */
export function isWide(character: string): boolean {
	return WIDE_LETTER.test(character) || WIDE_PUNCTUATION.test(character) || WIDE_SIGN.test(character);
}

export function isWidePunctuation(character: string): boolean {
	return WIDE_PUNCTUATION.test(character);
}

export function isAmbiguousPunctuation(character: string): boolean {
	return AMBIGUOUS_PUNCTUATION.test(character);
}

export function isHangul(character: string): boolean {
	return /\p{Script=Hangul}/u.test(character);
}

/** The character that ends before `index`, empty at the start of the text. */
export function characterBefore(text: string, index: number): string {
	const unit = text.charCodeAt(index - 1);
	const isTrail = unit >= 0xdc00 && unit <= 0xdfff && index > 1;
	return text.slice(Math.max(0, index - (isTrail ? 2 : 1)), index);
}

/** The character that begins at `index`, empty at the end of the text. */
export function characterAt(text: string, index: number): string {
	const point = text.codePointAt(index);
	return point === undefined ? '' : String.fromCodePoint(point);
}

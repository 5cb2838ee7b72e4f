import type { Reporter } from '../diagnostics/index.ts';
import type { Lang } from '../model/index.ts';
import type { BlockText } from './block-text.ts';
import { createIsLatin } from './language.ts';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const candidate = /[，。；：？！、（）「」『』《》〈〉【】～％]/;

/** What stands in English and its kin for a mark of Chinese. */
const plain: Readonly<Record<string, string>> = {
	'，': ',',
	'。': '.',
	'；': ';',
	'：': ':',
	'？': '?',
	'！': '!',
	'、': ',',
	'（': '(',
	'）': ')',
	'～': '–',
	'％': '%',
};

const opening = new Set([...'（「『《〈【']);

/**
 * Reports full-width marks in text of a language that is written in Latin letters (`punctuation-latin`). Marks of a
 * Chinese word or title that is quoted in it are its own.
 */
export function checkLatinPunctuation(
	{ text, lang, placeAt }: BlockText,
	report: Reporter,
	isLatin: (lang: Lang) => boolean = createIsLatin(),
): void {
	if (!candidate.test(text) || !isLatin(lang)) return;
	for (const { 0: mark, index } of text.matchAll(new RegExp(candidate, 'gu'))) {
		if (isChinese(text, index, mark)) continue;
		const better = plain[mark];
		const instead = better === undefined ? 'quotation marks or italics' : `"${better}"`;
		report('punctuation-latin', `"${mark}" is a mark of Chinese text; use ${instead}`, placeAt(index));
	}
}

/** An opening mark belongs to what follows, any other to what stands before; round brackets to the text around them. */
function isChinese(text: string, index: number, mark: string): boolean {
	const before = text.slice(0, index).trimEnd().at(-1) ?? '';
	const after = text.slice(index + 1).trimStart()[0] ?? '';
	if (mark === '（') return isWide(before);
	if (mark === '）')
		return isWide(after) || (after === '' && isWide(text[text.lastIndexOf('（', index) - 1] ?? ''));
	return isWide(opening.has(mark) ? after : before);
}

function isWide(character: string): boolean {
	return han.test(character) || candidate.test(character);
}

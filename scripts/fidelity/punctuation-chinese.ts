import type { Reporter } from '../diagnostics/index.ts';
import type { BlockText } from './block-text.ts';
import { primaryOf } from './language.ts';

const han = '\\p{Script=Han}〇';
const wide = `${han}，。；：？！、（）《》〈〉“”‘’「」『』【】…—·`;

/** What a half-width mark must be in Chinese text (GB/T 15834—2011). */
const fullWidth: Readonly<Record<string, string>> = {
	',': '，',
	';': '；',
	':': '：',
	'?': '？',
	'!': '！',
	'(': '（',
	')': '）',
	'.': '。',
	'...': '……',
	'--': '——',
};

/** Each finds a mark beside Chinese text; a blank between the two changes nothing. */
const faults: readonly RegExp[] = [
	// Between figures a colon or a comma is part of the number, before and after Latin words of the Latin phrase.
	new RegExp(`(?<=[${wide}]\\s?)[,;:?!](?!\\s?[A-Za-z]+\\.)`, 'gu'),
	new RegExp(`(?<=[A-Za-z0-9%℃°]\\s?)[,;?!](?=\\s?[${han}“‘《（])`, 'gu'),
	new RegExp(`(?<=[A-Za-z%])[:](?=\\s?[${han}“‘《（])`, 'gu'),
	// A full stop behind Chinese text, but not the point of a file name such as 图.png.
	new RegExp(`(?<=[${han}”’》）]\\s?)\\.(?=\\s|$|[${wide}])(?!\\.)`, 'gu'),
	new RegExp(`(?<=[${wide}]\\s?)(?:\\.{3,}|\\.{2}(?!\\.))|\\.{3,}(?=\\s?[${han}])|。{2,}`, 'gu'),
	new RegExp(`(?<=[${han}”》）]\\s?)-{2,}|-{2,}(?=\\s?[${han}“《（])`, 'gu'),
	new RegExp(`(?<=[${han}”’》]\\s?)\\(|\\((?=\\s?[${han}“‘《])`, 'gu'),
];

const straight = new RegExp(
	`(?<=[${wide}]\\s?)["]|["](?=\\s?[${wide}])|(?<=[${wide}])[']|['](?=[${wide}])`,
	'gu',
);

const plain = /["'(),.:;?!-]|。。/;

/**
 * Reports half-width marks and straight quotation marks in Chinese text (`punctuation-chinese`), after GB/T 15834—2011:
 * its marks are those of Chinese typesetting. What stands within Latin words, numbers, code and addresses is theirs.
 */
export function checkChinesePunctuation({ text, lang, placeAt }: BlockText, report: Reporter): void {
	if (primaryOf(lang) !== 'zh' || !plain.test(text)) return;
	for (const fault of faults) {
		for (const { 0: mark, index } of text.matchAll(fault)) {
			const hint = fullWidth[mark[0] === '。' ? '...' : mark.length > 1 && mark[0] === '.' ? '...' : mark];
			report('punctuation-chinese', `"${mark}" in Chinese text must be "${hint ?? '——'}"`, placeAt(index));
		}
	}
	checkClosing(text, placeAt, report);
	let isOpen = false;
	for (const { 0: mark, index } of text.matchAll(straight)) {
		isOpen = !isOpen;
		// The other one of a pair goes with it.
		if (!isOpen) continue;
		const pair = mark === '"' ? '“ ”' : '‘ ’';
		report('punctuation-chinese', `straight ${mark} in Chinese text must be ${pair}`, placeAt(index));
	}
}

/** A closing bracket belongs to the one that opened it; what has none, as in 1), counts a list. */
function checkClosing(text: string, placeAt: BlockText['placeAt'], report: Reporter): void {
	if (!text.includes(')')) return;
	const open: boolean[] = [];
	for (const { 0: mark, index } of text.matchAll(/[()（）]/gu)) {
		if (mark === '(' || mark === '（') {
			open.push(mark === '（');
			continue;
		}
		const isWide = open.pop();
		if (mark === ')' && isWide)
			report('punctuation-chinese', '")" closes "（"; it must be "）"', placeAt(index));
	}
}

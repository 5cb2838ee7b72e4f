import type { Script } from './language-script.ts';

/** A stretch of text in another script than the text around it; `end` is the index after its last character. */
export interface Run {
	readonly start: number;
	readonly end: number;
	readonly script: 'latin' | 'han' | 'kana';
}

// Full-width letters and Roman numerals that are one character belong to Chinese typesetting.
const LATIN = '(?:(?![\\u2160-\\u2188\\uff21-\\uff5a])\\p{Script=Latin})';
const TOKEN = `(?:${LATIN}|\\d)(?:${LATIN}|[\\p{M}\\d])*(?:\\+{1,2}|#)?`;
// What stands between two words of one run: a sign without spaces, or a space with the sign before it.
const BETWEEN = "(?:[-\\u2010\\u2011–—/&@_~.'’:]|://|[.,;:!?]?[ \\u00a0\\n]+(?:[&–—][ \\u00a0\\n]+)?)";
const LATIN_LETTER = new RegExp(LATIN, 'u');
const LATIN_RUN = new RegExp(`${TOKEN}(?:${BETWEEN}${TOKEN})*`, 'gu');

const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u30fc';
const POINTS = '\\u3001-\\u3020\\u3030\\u30fb\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65';
const HAN_LETTER = new RegExp(`[${HAN}]`, 'u');
const HAN_RUN = new RegExp(`[${HAN}${POINTS}]+(?:[\\d“”‘’·—…~%.-]+[${HAN}${POINTS}]+)*`, 'gu');

/** The runs of a text that are foreign to its script, in order. Quotation marks round a run are not part of it. */
export function findForeignRuns(text: string, script: Script | undefined): readonly Run[] {
	if (script === undefined) return [];
	if (script === 'han') return latinRuns(text);
	if (script === 'latin') return hanRuns(text);
	return [...latinRuns(text), ...hanRuns(text)].sort((a, b) => a.start - b.start);
}

function latinRuns(text: string): readonly Run[] {
	if (!/\p{Script=Latin}/u.test(text)) return [];
	const runs: Run[] = [];
	for (const match of text.matchAll(LATIN_RUN)) {
		const run = trimNumbers(match[0]);
		if (!LATIN_LETTER.test(run.text)) continue;
		const start = match.index + run.start;
		const end = start + run.text.length;
		runs.push({ start, end: end + lengthOfPeriod(run.text, text, end), script: 'latin' });
	}
	return runs;
}

// A number at the edge of a run is as much part of the text around it: `2022 年 11 月 OpenAI`.
function trimNumbers(run: string): { readonly start: number; readonly text: string } {
	const start = /^(?:\d+[.,;:!?]?\s+)*/.exec(run)?.[0].length ?? 0;
	return { start, text: run.slice(start).replace(/(?:[.,;:!?]?\s+\d+)+$/, '') };
}

// `U.S.` and `Robert F.` end with their period; `GPT-4.` does not.
function lengthOfPeriod(run: string, text: string, end: number): number {
	if (text[end] !== '.' || text[end + 1] === '.') return 0;
	return /(?:^|[\s.])\p{L}$|\p{L}\.\p{L}{1,3}$/u.test(run) ? 1 : 0;
}

function hanRuns(text: string): readonly Run[] {
	if (!/[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(text)) return [];
	const matches = [...text.matchAll(HAN_RUN)].filter((match) => HAN_LETTER.test(match[0]));
	return matches.map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(match[0]) ? 'kana' : 'han',
	}));
}

import type { Lang } from '../model/index.ts';
import { compareWords, type Run } from './compare-words.ts';

/** Characters shown of what stands beside a change, of a change, and of all changes together. */
const most = { beside: 16, change: 90, all: 280 } as const;

/** Cuts a text of a language into words, blanks and punctuation. */
export type CutWords = (text: string, lang: Lang) => readonly string[];

/** A function that cuts texts into words; in Chinese by the dictionary of Unicode's ICU. */
export function createCutWords(): CutWords {
	const segmenters = new Map<Lang, Intl.Segmenter>();
	return (text, lang) => {
		const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
		segmenters.set(lang, segmenter);
		return Array.from(segmenter.segment(text), ({ segment }) => segment);
	};
}

/**
 * What has changed from one text to another, with a few words around: `…of [-three-]{+four+} kinds…`. Changes beyond
 * some lines are counted instead.
 */
export function showChanges(old: string, now: string, lang: Lang, cutWords: CutWords): string {
	const runs = compareWords(cutWords(old, lang), cutWords(now, lang));
	const shown: string[] = [];
	let length = 0;
	for (const [index, run] of runs.entries()) {
		const text = showRun(run, index === 0, index === runs.length - 1);
		if (length > most.all && beginsChange(runs, index)) {
			const count = runs.filter((_, at) => at >= index && beginsChange(runs, at)).length;
			return `${shown.join('')} (and ${count} more change${count === 1 ? '' : 's'})`;
		}
		shown.push(text);
		length += text.length;
	}
	return shown.join('');
}

/** What takes the place of something is one change. */
function beginsChange(runs: readonly Run[], index: number): boolean {
	const kind = runs[index]?.kind;
	return kind === 'old' || (kind === 'new' && runs[index - 1]?.kind !== 'old');
}

function showRun({ kind, words }: Run, isFirst: boolean, isLast: boolean): string {
	if (kind === 'old') return `[-${shorten(words)}-]`;
	if (kind === 'new') return `{+${shorten(words)}+}`;
	const text = words.join('');
	const before = isFirst ? '' : takeStart(words);
	const after = isLast ? '' : takeEnd(words);
	return before.length + after.length >= text.length ? text : `${before}…${after}`;
}

function shorten(words: readonly string[]): string {
	const text = words.join('');
	if (text.length <= most.change) return text;
	return `${takeStart(words, most.change * 0.7)}…${takeEnd(words, most.change * 0.2)}`;
}

/** Whole words from the start of a text, up to a number of characters and one word more. */
function takeStart(words: readonly string[], length: number = most.beside): string {
	let text = '';
	for (const word of words) {
		if (text.length >= length) break;
		text += word;
	}
	return text;
}

function takeEnd(words: readonly string[], length: number = most.beside): string {
	let text = '';
	for (const word of words.toReversed()) {
		if (text.length >= length) break;
		text = word + text;
	}
	return text;
}

import type { Reporter } from '../diagnostics/index.ts';
import type { BlockText } from './block-text.ts';
import { primaryOf } from './language.ts';

/** What stands in Chinese text for a half-width mark (GB/T 15834—2011). */
const chinese: Readonly<Record<string, string>> = {
	',': '，',
	';': '；',
	':': '：',
	'?': '？',
	'!': '！',
	'( )': '（ ）',
	'.': '。',
	'...': '……',
	'--': '——',
	'。。': '……',
	'"': '“ ”',
	"'": '‘ ’',
};

const marks = /\.+|-{2,}|。{2,}|[,;:?!()（）"']/g;

/**
 * Reports half-width marks and straight quotation marks in Chinese text (`punctuation-chinese`), each kind once for a
 * text. What stands between Latin words or figures is theirs: `Yes, sir`, 12:30, f(x). So are code and addresses.
 */
export function checkChinesePunctuation({ text, lang, placeAt }: BlockText, report: Reporter): void {
	if (primaryOf(lang) !== 'zh') return;
	const found = new Map<string, number[]>();
	const open: Open = { brackets: [], quotation: undefined };
	for (const { 0: written, index } of text.matchAll(marks)) {
		const mark = nameOf(written);
		if (mark === undefined || !isFault(mark, { text, index, end: index + written.length }, open)) continue;
		const name = '()'.includes(mark) ? '( )' : mark;
		found.set(name, [...(found.get(name) ?? []), index]);
	}
	for (const [mark, [first = 0, ...more]] of found) {
		const others = more.length === 0 ? '' : `, at ${more.length + 1} places of this text`;
		const name = `"'`.includes(mark) ? `the straight ${mark}` : `"${mark}"`;
		report('punctuation-chinese', `${name} must be "${chinese[mark] ?? ''}"${others}`, placeAt(first));
	}
}

/** What is open at a place of a text: a closing mark goes with the one that opened it. */
interface Open {
	/** Whether each must be of full width. */
	readonly brackets: boolean[];
	quotation: boolean | undefined;
}

interface Span {
	readonly text: string;
	readonly index: number;
	readonly end: number;
}

function isFault(mark: string, at: Span, open: Open): boolean {
	// What nothing opened, as in 1), counts a list.
	if (mark === ')' || mark === '）') return open.brackets.pop() === true && mark === ')';
	const isWide = mark === '（' || isChinese(mark, at);
	if (mark === '(' || mark === '（') open.brackets.push(isWide);
	if (mark !== '"') return isWide && mark !== '（';
	const isClosing = open.quotation !== undefined;
	const isWrong = isWide || open.quotation === true;
	open.quotation = isClosing ? undefined : isWrong;
	return isWrong;
}

/** The mark that a run stands for; two points are none. */
function nameOf(written: string): string | undefined {
	if (written.length === 1) return written;
	if (written.startsWith('.')) return written.length > 2 ? '...' : undefined;
	return written.slice(0, 2);
}

type Script = 'han' | 'latin' | 'figure' | 'none';

/** Whether a mark stands in Chinese text. */
function isChinese(mark: string, { text, index, end }: Span): boolean {
	const [before, after] = [scriptBefore(text, index), scriptAfter(text, end)];
	if (mark === '。。') return true;
	if (mark === '.') return before === 'han' && !/^[A-Za-z\d]/.test(text.slice(end, end + 1));
	if (mark === "'") return isHan(text[index - 1]) || isHan(text[end]);
	if (mark === ':') return before === 'han' || (before === 'latin' && after === 'han');
	if (mark === '"' && /\d/.test(text[index - 1] ?? '')) return false;
	return before === 'han' || after === 'han';
}

/** How far quotation marks and brackets may keep a mark away from its text. */
const reach = 4;

function scriptBefore(text: string, index: number): Script {
	for (let at = index - 1; at >= Math.max(0, index - reach); at -= 1) {
		const script = scriptOf(text[at]);
		if (script) return script;
	}
	return 'none';
}

function scriptAfter(text: string, index: number): Script {
	for (let at = index; at < Math.min(text.length, index + reach); at += 1) {
		const script = scriptOf(text[at]);
		if (script) return script;
	}
	return 'none';
}

/** Nothing for blanks and marks: what is beyond them decides. */
function scriptOf(character: string | undefined): Script | undefined {
	if (character === undefined || character === '\ufffc') return 'none';
	const code = character.charCodeAt(0);
	if (isHan(character)) return 'han';
	if (code >= 0x30 && code <= 0x39) return 'figure';
	return /\p{L}/u.test(character) ? 'latin' : undefined;
}

/** Chinese characters; those beyond 16 bits come in two halves. */
function isHan(character: string | undefined): boolean {
	const code = character?.charCodeAt(0) ?? 0;
	return (code >= 0x3400 && code < 0xe000) || (code >= 0xf900 && code < 0xfb00) || code === 0x3007;
}

import type { Nodes, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Unit } from '../model/index.ts';
import type { LaidPage } from './in-page.d.ts';
import type { Way } from './unit-request.ts';

/** Where a layout first parts from its source, with the text node of the source that stands there. */
export interface LostWords {
	/** Words of the source that are missing, or words that are printed twice. */
	readonly words: string;
	readonly doubled: boolean;
	readonly node?: Text;
}

/** White space moves at page breaks, and hyphens come and go there; nothing else may differ. */
const movable = /[\s\u00ad\u2010\u200b\u2060]+/gu;

/** How many characters of what was lost are shown. */
const shown = 24;

/**
 * Compares the text of the pages with the text of the unit: the proof that no word was lost, doubled or moved.
 * Body and notes are two flows, each of which must be whole and in order.
 */
export function findLostWords(unit: Unit, pages: readonly LaidPage[], way: Way): LostWords | undefined {
	const noteSources = unit.notes.flatMap((note): Nodes[] => [numberOf(note.number), ...note.children]);
	const bodyText = pages.map((page) => page.text).join('');
	const noteText = pages.map((page) => page.noteText).join('');
	if (way !== 'footnotes') return compare([unit.body, ...noteSources], bodyText + noteText);
	return compare([unit.body], bodyText) ?? compare(noteSources, noteText);
}

function numberOf(value: number): Text {
	return { type: 'text', value: String(value) };
}

function compare(sources: readonly Nodes[], laid: string): LostWords | undefined {
	const got = bare(laid);
	const texts: Text[] = [];
	for (const source of sources) visit(source, 'text', (node) => void texts.push(node));
	const whole = bare(texts.map((node) => node.value).join(''));
	if (whole === got) return undefined;
	const wanted = texts.map((node) => bare(node.value));
	let at = 0;
	while (at < whole.length && whole[at] === got[at]) at++;
	let before = 0;
	const index = wanted.findIndex((text) => {
		before += text.length;
		return before > at;
	});
	const node = texts[index] ?? texts.at(-1);
	const doubled = got.length > whole.length;
	const words = (doubled ? got : whole).slice(at, at + shown);
	return node ? { words, doubled, node } : { words, doubled };
}

/** What is compared of a text. */
export function bare(text: string): string {
	return text.replaceAll(movable, '');
}

import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import type { Lang } from '../model/index.ts';
import {
	characterAt,
	characterBefore,
	isAmbiguousPunctuation,
	isHangul,
	isWide,
	isWidePunctuation,
} from './characters.ts';
import { contextOf, type TextContext } from './context.ts';
import { createLocate, cutText } from './positions.ts';

const INLINE = new Set([
	...['a', 'abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rb', 'ruby'],
	...['s', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var'],
]);
// What stands in a line like a Latin letter.
const OBJECTS = new Set(['img', 'svg', 'input']);
const OBJECT = '\ufffc';
const ZERO_WIDTH_SPACE = '\u200b';

type Child = Parents['children'][number];

interface LineBreak {
	readonly text: Text;
	readonly index: number;
	readonly before: string;
	readonly isChinese: boolean;
}

interface State {
	/** The last character of the line so far, empty at its start. */
	before: string;
	/** A break that waits for the character after it. */
	open: LineBreak | undefined;
	readonly joined: Map<Text, Set<number>>;
	readonly context: TextContext;
}

/**
 * Takes away line breaks of the source between wide characters, where a browser would show a space (CSS Text 4,
 * segment break transformation rules). A text node that holds several lines becomes one node a line, so that each
 * keeps its place. Hard breaks stay.
 */
export function rehypeJoinCjkLines() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		const state: State = { before: '', open: undefined, joined: new Map(), context };
		find(tree, context.lang, state);
		split(tree, state);
	};
}

function find(parent: Parents, lang: Lang, state: State): void {
	for (const child of parent.children) {
		if (child.type === 'text') findInText(child, lang, state);
		else if (child.type === 'element') findInElement(child, lang, state);
	}
}

function findInElement(element: Element, lang: Lang, state: State): void {
	const given = element.properties.lang;
	const own = typeof given === 'string' ? given : lang;
	if (OBJECTS.has(element.tagName)) {
		meet(OBJECT, state);
		state.before = OBJECT;
	} else if (INLINE.has(element.tagName)) {
		find(element, own, state);
	} else if (element.tagName !== 'rt' && element.tagName !== 'rp') {
		startLine(state);
		if (element.tagName !== 'pre') find(element, own, state);
		startLine(state);
	}
}

function startLine(state: State): void {
	state.before = '';
	state.open = undefined;
}

function findInText(text: Text, lang: Lang, state: State): void {
	const { value } = text;
	let from = 0;
	for (let index = value.indexOf('\n'); index >= 0; index = value.indexOf('\n', index + 1)) {
		pass(value, from, index, state);
		const isChinese = state.context.book.scriptOf(lang) === 'han';
		if (state.before !== '') state.open = { text, index, before: state.before, isChinese };
		from = index + 1;
	}
	pass(value, from, value.length, state);
}

function pass(value: string, from: number, to: number, state: State): void {
	if (from === to) return;
	meet(characterAt(value, from), state);
	state.before = characterBefore(value, to);
}

function meet(after: string, state: State): void {
	const { open } = state;
	state.open = undefined;
	if (!open || !isJoined(open.before, after, open.isChinese)) return;
	const indexes = state.joined.get(open.text) ?? new Set();
	state.joined.set(open.text, indexes.add(open.index));
}

/** Whether two characters on two lines of the source come together without a space. */
export function isJoined(before: string, after: string, isChinese: boolean): boolean {
	if (before === ZERO_WIDTH_SPACE || after === ZERO_WIDTH_SPACE) return true;
	if (isHangul(before) || isHangul(after)) return false;
	if (isWidePunctuation(before) || isWidePunctuation(after)) return true;
	if (isWide(before)) return isWide(after) || (isChinese && isAmbiguousPunctuation(after));
	return isWide(after) && isChinese && isAmbiguousPunctuation(before);
}

function split(parent: Parents, state: State): void {
	if (parent.type === 'element' && parent.tagName === 'pre') return;
	let changed = false;
	for (const child of parent.children) {
		if (child.type === 'element') split(child, state);
		changed ||= child.type === 'text' && isSplit(child, state);
	}
	if (!changed) return;
	const children: readonly Child[] = parent.children;
	parent.children = children.flatMap((child): readonly Child[] =>
		child.type === 'text' && isSplit(child, state) ? lines(child, state) : [child],
	) as typeof parent.children;
}

function isSplit(text: Text, state: State): boolean {
	return state.joined.has(text) || (text.value.includes('\n') && text.value.trim() !== '');
}

function lines(text: Text, state: State): readonly ElementContent[] {
	const joined = state.joined.get(text);
	const locate = createLocate(text, state.context.source);
	const parts: Text[] = [];
	let from = 0;
	while (from < text.value.length) {
		const found = text.value.indexOf('\n', from);
		const end = found < 0 ? text.value.length : found;
		const keepsBreak = found >= 0 && !joined?.has(found);
		const to = keepsBreak ? end + 1 : end;
		if (to > from) parts.push(cutText(text, from, to, locate));
		from = end + 1;
	}
	return parts;
}

import type { Lang, Term } from '../model/index.ts';
import { endOfWord, nextWord, rootOf, wordsOf } from './words.ts';

/** A form of a term in one language. */
export interface Form {
	readonly term: Term;
	readonly text: string;
	readonly use: 'name' | 'allowed' | 'avoid';
}

/** A form where it stands in a text. */
export interface Match {
	readonly form: Form;
	readonly start: number;
	readonly end: number;
	/** Whether capitals are as in the form; at the beginning of a sentence and in titles a small letter may be large. */
	readonly isSpelled: boolean;
	/** Whether it begins within another form. */
	readonly isInside: boolean;
}

interface Node<Key> {
	readonly next: Map<Key, Node<Key>>;
	readonly forms: Form[];
}

/** A tree of small letters; what it ends with is a whole start. */
interface Start {
	readonly next: Map<number, Start>;
	isWhole: boolean;
}

/** The forms of all terms in one language, ready to be looked for. */
export interface TermIndex {
	/** By characters: forms with Chinese ones in them. */
	readonly signs: Node<number>;
	/** By words: all others. */
	readonly words: Node<string>;
	/** How these begin: it tells most words of a text apart before they are looked at as words. */
	readonly starts: Start;
	/** Whether a form is wrong by itself, in whatever text. */
	readonly judges: boolean;
	/** What was found before: a text is looked at by itself, and as one of a pair. */
	readonly known?: Map<string, readonly Match[]>;
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Makes the index of a language; what is never translated stands in that of each. */
export function indexTerms(terms: readonly Term[], lang: Lang): TermIndex {
	const judges = terms.some(({ name, avoid }) => typeof name === 'string' || (avoid[lang]?.length ?? 0) > 0);
	const index: TermIndex = { signs: node(), words: node(), starts: newStart(), judges };
	for (const term of terms) {
		const name = typeof term.name === 'string' ? term.name : term.name[lang];
		if (name !== undefined) add(index, { term, text: name, use: 'name' });
		for (const text of term.allowed[lang] ?? []) add(index, { term, text, use: 'allowed' });
		for (const text of term.avoid[lang] ?? []) add(index, { term, text, use: 'avoid' });
	}
	return index;
}

function node<Key>(): Node<Key> {
	return { next: new Map(), forms: [] };
}

function newStart(): Start {
	return { next: new Map(), isWhole: false };
}

function add({ signs, words, starts }: TermIndex, form: Form): void {
	if (han.test(form.text)) {
		const codes = Array.from({ length: form.text.length }, (_, index) => form.text.charCodeAt(index));
		grow(signs, codes).forms.push(form);
		return;
	}
	const roots = wordsOf(form.text).map(({ root }) => root);
	const [first] = roots;
	if (first === undefined) return;
	grow(words, roots).forms.push(form);
	growStart(starts, first);
}

/** A word begins with its root, but for the `y` that is `ies` in the plural. */
function growStart(from: Start, root: string): void {
	let at = from;
	for (let index = 0; index < root.length - (root.endsWith('y') ? 1 : 0); index += 1) {
		const next = at.next.get(root.charCodeAt(index)) ?? newStart();
		at.next.set(root.charCodeAt(index), next);
		at = next;
	}
	at.isWhole = true;
}

/** Whether a form may begin with the word at an index; letters beyond ASCII are not told apart. */
function mayStart(from: Start, text: string, index: number): boolean {
	let at = from;
	for (let end = index; !at.isWhole; end += 1) {
		const code = text.charCodeAt(end);
		if (code >= 0x80) return true;
		const next = at.next.get(code | 0x20);
		if (!next) return false;
		at = next;
	}
	return true;
}

function grow<Key>(from: Node<Key>, steps: readonly Key[]): Node<Key> {
	let at = from;
	for (const step of steps) {
		const next = at.next.get(step) ?? node<Key>();
		at.next.set(step, next);
		at = next;
	}
	return at;
}

/** All forms in a text, in their order; of those that begin at one place the longest first. */
export function findTerms(index: TermIndex, text: string): readonly Match[] {
	const matches = index.known?.get(text) ?? search(index, text);
	index.known?.set(text, matches);
	return matches;
}

function search({ signs, words, starts }: TermIndex, text: string): readonly Match[] {
	const found: Match[] = [];
	if (signs.next.size > 0) findSigns(signs, text, found);
	if (words.next.size > 0) findWords(words, starts, text, found);
	if (found.length === 0) return found;
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	let covered = 0;
	return found.map((one) => {
		// What begins within another form is a part of it, or shares signs with it by chance.
		const isInside = one.start < covered;
		if (!isInside) covered = one.end;
		return isInside ? { ...one, isInside } : one;
	});
}

function findSigns(root: Node<number>, text: string, found: Match[]): void {
	for (let start = 0; start < text.length; start += 1) {
		let at = root.next.get(text.charCodeAt(start));
		for (let end = start + 1; at; end += 1) {
			if (at.forms.length > 0 && isWhole(text, start, end)) found.push(...matchesOf(at, start, end, text));
			at = at.next.get(text.charCodeAt(end));
		}
	}
}

/** A form that begins or ends with Latin letters must not be cut out of a word. */
function isWhole(text: string, start: number, end: number): boolean {
	const cuts = (at: number) => /[A-Za-z0-9]{2}/.test(text.slice(Math.max(0, at - 1), at + 1));
	return !cuts(start) && !cuts(end);
}

function findWords(root: Node<string>, starts: Start, text: string, found: Match[]): void {
	for (let start = nextWord(text, 0); start < text.length; ) {
		const first = endOfWord(text, start);
		let at = mayStart(starts, text, start) ? root.next.get(rootOf(text.slice(start, first))) : undefined;
		for (let end = first; at; ) {
			if (at.forms.length > 0) found.push(...matchesOf(at, start, end, text));
			const next = nextWord(text, end);
			// One sign at most stands between the words of a term: a blank, a hyphen, a point.
			if (next - end > 1 || next === text.length) break;
			end = endOfWord(text, next);
			at = at.next.get(rootOf(text.slice(next, end)));
		}
		start = nextWord(text, first);
	}
}

function matchesOf(
	{ forms }: { readonly forms: readonly Form[] },
	start: number,
	end: number,
	text: string,
): readonly Match[] {
	return forms.map((form) => ({
		form,
		start,
		end,
		isSpelled: isSpelled(form.text, text.slice(start, end)),
		isInside: false,
	}));
}

/** Capitals of the form must stand; more of them are those of a title or of a sentence's beginning. */
function isSpelled(form: string, given: string): boolean {
	if (given.startsWith(form) || given === given.toUpperCase()) return true;
	const words = wordsOf(given);
	return wordsOf(form).every(({ start, end }, index) => {
		const word = words[index];
		if (!word) return false;
		const [wanted, written] = [form.slice(start, end), given.slice(word.start, word.end)];
		if (!/\p{Lu}/u.test(wanted)) return true;
		const shared = Math.min(wanted.length, written.length) - 1;
		return wanted.slice(0, shared) === written.slice(0, shared) || written === written.toUpperCase();
	});
}

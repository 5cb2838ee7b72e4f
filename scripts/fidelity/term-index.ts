import type { Lang, Term } from '../model/index.ts';
import { wordsOf } from './words.ts';

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

/** The forms of all terms in one language, ready to be looked for. */
export interface TermIndex {
	/** By characters: forms with Chinese ones in them. */
	readonly signs: Node<string>;
	/** By words: all others. */
	readonly words: Node<string>;
	readonly isEmpty: boolean;
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Makes the index of a language; what is never translated stands in that of each. */
export function indexTerms(terms: readonly Term[], lang: Lang): TermIndex {
	const index: TermIndex = { signs: node(), words: node(), isEmpty: terms.length === 0 };
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

function add({ signs, words }: TermIndex, form: Form): void {
	const isHan = han.test(form.text);
	const steps = isHan ? [...form.text] : wordsOf(form.text).map(({ root }) => root);
	if (steps.length === 0) return;
	let at = isHan ? signs : words;
	for (const step of steps) {
		const next = at.next.get(step) ?? node();
		at.next.set(step, next);
		at = next;
	}
	at.forms.push(form);
}

/** All forms in a text, in their order; of those that begin at one place the longest first. */
export function findTerms({ signs, words }: TermIndex, text: string): readonly Match[] {
	const found = [
		...(signs.next.size > 0 && han.test(text) ? findSigns(signs, text) : []),
		...(words.next.size > 0 ? findWords(words, text) : []),
	].sort((a, b) => a.start - b.start || b.end - a.end);
	let covered = 0;
	return found.map((one) => {
		// What begins within another form is a part of it, or shares signs with it by chance.
		const isInside = one.start < covered;
		if (!isInside) covered = one.end;
		return isInside ? { ...one, isInside } : one;
	});
}

function findSigns(root: Node<string>, text: string): readonly Match[] {
	const found: Match[] = [];
	for (let start = 0; start < text.length; start += 1) {
		let at = root.next.get(text[start] ?? '');
		let end = start + 1;
		while (at) {
			if (isWhole(text, start, end)) found.push(...matches(at, start, end, text));
			at = at.next.get(text[end] ?? '');
			end += 1;
		}
	}
	return found;
}

/** A form that begins or ends with Latin letters must not be cut out of a word. */
function isWhole(text: string, start: number, end: number): boolean {
	const cuts = (at: number) => /[A-Za-z0-9]{2}/.test(text.slice(Math.max(0, at - 1), at + 1));
	return !cuts(start) && !cuts(end);
}

function findWords(root: Node<string>, text: string): readonly Match[] {
	const found: Match[] = [];
	const words = wordsOf(text);
	for (const [index, word] of words.entries()) {
		let at = root.next.get(word.root);
		let last = word;
		for (let behind = index + 1; at; behind += 1) {
			found.push(...matches(at, word.start, last.end, text));
			const next = words[behind];
			// One sign at most stands between the words of a term: a blank, a hyphen, a point.
			if (!next || next.start - last.end > 1) break;
			at = at.next.get(next.root);
			last = next;
		}
	}
	return found;
}

function matches({ forms }: Node<string>, start: number, end: number, text: string): readonly Match[] {
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

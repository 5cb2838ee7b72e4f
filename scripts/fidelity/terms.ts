import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, Term } from '../model/index.ts';
import type { BlockText } from './block-text.ts';
import { where } from './say.ts';
import { findTerms, type Match, type TermIndex } from './term-index.ts';
import type { TextPair } from './text-pairs.ts';

/** Gives the index of a language. */
export type IndexOf = (lang: Lang) => TermIndex;

/**
 * Reports terms of terms.yaml whose translation is not in the translated block (`translation-term`): a block that has a
 * term must be translated by one that has its translation, or a form that is allowed. How often does not matter, and a
 * term within a longer one does not count.
 */
export function checkTerms(
	{ source, target, beside }: TextPair,
	langs: { readonly source: Lang; readonly target: Lang },
	indexOf: IndexOf,
	report: Reporter,
): void {
	const used = termsIn(source, indexOf(langs.source));
	if (used.size === 0) return;
	const index = indexOf(langs.target);
	const given = new Set<Term>();
	for (const { text } of [target, ...beside.target]) {
		for (const match of findTerms(index, text)) {
			if (match.form.use !== 'avoid' && (match.isSpelled || isMisspelled(match))) given.add(match.form.term);
		}
	}
	for (const [term, match] of used) {
		if (given.has(term) || isAvoided(term, target, index)) continue;
		const wanted = typeof term.name === 'string' ? term.name : term.name[langs.target];
		if (wanted === undefined) continue;
		const said = source.text.slice(match.start, match.end);
		const place = where(source.placeAt(match.start));
		const others = (term.allowed[langs.target] ?? []).map((form) => ` or "${form}"`).join('');
		const message =
			typeof term.name === 'string'
				? `"${wanted}" (${place}) is never translated and must stand here too`
				: `"${said}" (${place}) must be translated by "${wanted}"${others}`;
		report('translation-term', message, target.placeAt(0));
	}
}

/** The terms that a block uses by themselves, each where it stands first. */
function termsIn({ text }: BlockText, index: TermIndex): ReadonlyMap<Term, Match> {
	const used = new Map<Term, Match>();
	for (const match of findTerms(index, text)) {
		const { form, isInside, isSpelled } = match;
		if (form.use === 'avoid' || isInside || !isSpelled || used.has(form.term)) continue;
		used.set(form.term, match);
	}
	return used;
}

/** A form that must not be used is told at its own place. */
function isAvoided(term: Term, { text }: BlockText, index: TermIndex): boolean {
	return findTerms(index, text).some(({ form }) => form.term === term && form.use === 'avoid');
}

/** Reports forms that terms.yaml says to avoid, and names of many capitals that are spelled otherwise. */
export function checkForms(
	{ text, placeAt }: BlockText,
	lang: Lang,
	index: TermIndex,
	report: Reporter,
): void {
	if (!index.judges) return;
	for (const match of findTerms(index, text)) {
		const { form, start, end, isInside } = match;
		const { term, use } = form;
		if (isInside) continue;
		const written = text.slice(start, end);
		const name = typeof term.name === 'string' ? term.name : term.name[lang];
		if (use === 'avoid') {
			const instead = name === undefined ? '' : `; write "${name}"`;
			report('translation-term', `terms.yaml says to avoid "${written}"${instead}`, placeAt(start));
		} else if (isMisspelled(match)) {
			report('translation-term', `"${written}" must be spelled "${form.text}"`, placeAt(start));
		}
	}
}

/** A name of several capitals, which no other word is, has other ones: Openai. */
function isMisspelled({ form: { term, text }, isSpelled }: Match): boolean {
	return typeof term.name === 'string' && !isSpelled && /\p{Lu}.*\p{Lu}/u.test(text);
}

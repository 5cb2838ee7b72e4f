import { createRequire } from 'node:module';
import createHyphenator, { type Patterns } from 'hyphen';
import type { Lang } from '../model/index.ts';

/** Puts soft hyphens into one word. */
export type Hyphenator = (word: string) => string;

export type FindHyphenator = (lang: Lang) => Hyphenator | undefined;

/** Pattern files of the package `hyphen` by language tag, in lower case. */
const PATTERNS: Readonly<Record<string, string>> = {
	af: 'af',
	be: 'be',
	bg: 'bg',
	ca: 'ca',
	cs: 'cs',
	cy: 'cy',
	da: 'da',
	de: 'de-1996',
	el: 'el-monoton',
	en: 'en-us',
	'en-au': 'en-gb',
	'en-gb': 'en-gb',
	'en-ie': 'en-gb',
	'en-nz': 'en-gb',
	es: 'es',
	et: 'et',
	eu: 'eu',
	fi: 'fi',
	fr: 'fr',
	ga: 'ga',
	gl: 'gl',
	hr: 'hr',
	hu: 'hu',
	id: 'id',
	is: 'is',
	it: 'it',
	la: 'la',
	lt: 'lt',
	lv: 'lv',
	nb: 'nb',
	nl: 'nl',
	nn: 'nn',
	no: 'nb',
	pl: 'pl',
	pt: 'pt',
	ro: 'ro',
	ru: 'ru',
	sk: 'sk',
	sl: 'sl',
	sq: 'sq',
	sv: 'sv',
	tr: 'tr',
	uk: 'uk',
};

// What typographers leave at least on each line; patterns know only what a syllable is.
const LETTERS_BEFORE = 2;
const LETTERS_AFTER = 3;
const SOFT_HYPHEN = '\u00ad';

/** A function that finds the hyphenator of a language; a language's patterns are read when first asked for. */
export function createHyphenators(): FindHyphenator {
	const require = createRequire(import.meta.url);
	const found = new Map<string, Hyphenator>();
	return (lang) => {
		const name = patternsFor(lang);
		if (name === undefined) return undefined;
		let hyphenator = found.get(name);
		if (!hyphenator) {
			hyphenator = rememberWords(require(`hyphen/patterns/${name}.js`) as Patterns);
			found.set(name, hyphenator);
		}
		return hyphenator;
	};
}

function patternsFor(lang: Lang): string | undefined {
	let tag = lang.toLowerCase();
	while (tag !== '') {
		if (Object.hasOwn(PATTERNS, tag)) return PATTERNS[tag];
		tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
	}
	return undefined;
}

function rememberWords(patterns: Patterns): Hyphenator {
	const hyphenate = createHyphenator(patterns, { html: false });
	const known = new Map<string, string>();
	return (word) => {
		let result = known.get(word);
		if (result === undefined) {
			result = keepEnds(hyphenate(word));
			known.set(word, result);
		}
		return result;
	};
}

function keepEnds(hyphenated: string): string {
	const syllables = hyphenated.split(SOFT_HYPHEN);
	let start = syllables.shift() ?? '';
	while (syllables.length > 0 && start.length < LETTERS_BEFORE) start += syllables.shift();
	let end = syllables.pop();
	if (end === undefined) return start;
	while (end.length < LETTERS_AFTER) {
		const before = syllables.pop();
		if (before === undefined) return start + end;
		end = before + end;
	}
	return [start, ...syllables, end].join(SOFT_HYPHEN);
}

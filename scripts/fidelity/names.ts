import { distance } from 'fastest-levenshtein';
import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, Person } from '../model/index.ts';
import type { BlockText } from './block-text.ts';
import { where } from './say.ts';
import type { TextPair } from './text-pairs.ts';
import { wordsOf } from './words.ts';

/** A contributor's name in one language, ready to be looked for. */
interface Name {
	/** As contributors.yaml has it. */
	readonly text: string;
	/** In small letters, words apart by one blank. */
	readonly plain: string;
	/** What may stand for the whole: words of a Latin name, the parts of 罗莎·M·凯勒. */
	readonly parts: readonly string[];
	readonly isHan: boolean;
}

/** The names of a person in the two languages of a pair. */
interface NamePair {
	readonly source: Name;
	readonly target: Name;
}

/** The names of a book's persons in the two languages of a pair, ready to be looked for. */
export interface Names {
	readonly pairs: readonly NamePair[];
	/** Finds what a text has that holds any of the names. */
	readonly traces: { readonly source: RegExp; readonly target: RegExp };
}

/** The names of all persons that have one of their own in both languages. */
export function readNames(persons: Iterable<Person>, source: Lang, target: Lang): Names {
	const pairs = [...persons].flatMap(({ kind, name }) => {
		const [ours, theirs] = [name[source]?.text, name[target]?.text];
		if (kind !== 'person' || ours === undefined || theirs === undefined || ours === theirs) return [];
		return [{ source: nameOf(ours), target: nameOf(theirs) }];
	});
	const trace = (side: 'source' | 'target') => traceOf(pairs.map((pair) => pair[side]));
	return { pairs, traces: { source: trace('source'), target: trace('target') } };
}

/** An expression that finds the longest part of any of some names. */
function traceOf(names: readonly Name[]): RegExp {
	const longest = names.flatMap(({ parts }) => [...parts].sort((a, b) => b.length - a.length).slice(0, 1));
	return longest.length === 0 ? /(?!)/ : new RegExp([...new Set(longest)].join('|'));
}

function nameOf(text: string): Name {
	const isHan = /\p{Script=Han}/u.test(text);
	const words = isHan
		? text.split(/[·・•\s-]/)
		: wordsOf(text).map(({ start, end }) => text.slice(start, end));
	const parts = words.filter((word) => word.length >= 2);
	return { text, plain: plainOf(text), parts, isHan };
}

/** Hyphens, blanks and accents are written in many ways. */
function plainOf(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[-\s.'’·・•‐–]+/g, ' ')
		.toLowerCase()
		.trim();
}

/** Text of a piece in the form in which names are looked for. */
interface PlainText {
	readonly block: BlockText;
	readonly plain: string;
}

/**
 * Reports names of contributors that one text of a piece has and the other lacks (`translation-name`). Where another
 * form of the name stands in the block, such as other letters or another order, it is named. A part of the name, such
 * as the family name, stands for the whole; so does a name that the piece has elsewhere, for texts say “he”, too.
 */
export function checkNames(
	pairs: readonly TextPair[],
	{ pairs: names, traces }: Names,
	report: Reporter,
): void {
	if (!pairs.some(({ source, target }) => traces.source.test(source.text) || traces.target.test(target.text)))
		return;
	const plain = pairs.map(({ source, target }) => ({
		source: { block: source, plain: plainOf(source.text) },
		target: { block: target, plain: plainOf(target.text) },
	}));
	const whole = {
		source: plain.map(({ source }) => source.plain).join('\n'),
		target: plain.map(({ target }) => target.plain).join('\n'),
	};
	for (const name of names) {
		const has = { source: holds(whole.source, name.source), target: holds(whole.target, name.target) };
		if (!has.source && !has.target) continue;
		const isKnown = {
			source: has.source || hasPart(whole.source, name.source),
			target: has.target || hasPart(whole.target, name.target),
		};
		for (const { source, target } of plain) {
			if (has.source && holds(source.plain, name.source)) {
				lookFor(name.target, target, { name: name.source, text: source }, isKnown.target, report);
			} else if (has.target && holds(target.plain, name.target) && !isKnown.source) {
				const at = target.block.placeAt(Math.max(0, target.block.text.indexOf(name.target.text)));
				const message = `"${name.target.text}" is not in the text that it translates (${where(source.block.placeAt(0))}), where the name is "${name.source.text}"`;
				report('translation-name', message, at);
			}
		}
	}
}

/** Looks for a name in a block whose source has it. */
function lookFor(
	name: Name,
	{ block, plain }: PlainText,
	from: { readonly name: Name; readonly text: PlainText },
	isKnown: boolean,
	report: Reporter,
): void {
	if (holds(plain, name)) return;
	const near = nearest(name, block.text);
	if (!near && (isKnown || hasPart(plain, name))) return;
	const index = from.text.block.text.indexOf(from.name.text);
	const place = where(from.text.block.placeAt(Math.max(0, index)));
	const message = near
		? `"${near.text}" stands for "${from.name.text}" (${place}), whose name is "${name.text}"`
		: `"${from.name.text}" (${place}) is not in the translation, where the name is "${name.text}"`;
	report('translation-name', message, block.placeAt(near?.start ?? 0));
}

function holds(plain: string, { plain: name, isHan }: Name): boolean {
	if (isHan) return plain.includes(name);
	for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
		if (!isLetter(plain[at - 1]) && !isLetter(plain[at + name.length])) return true;
	}
	return false;
}

function hasPart(plain: string, name: Name): boolean {
	return name.parts.some((part) => holds(plain, { ...name, plain: plainOf(part) }));
}

function isLetter(character: string | undefined): boolean {
	return character !== undefined && /[a-z0-9]/.test(character);
}

interface Near {
	readonly text: string;
	readonly start: number;
}

/** What looks like the name and is not: the same words in another order, a letter or two otherwise. */
function nearest(name: Name, text: string): Near | undefined {
	return name.isHan ? nearestSigns(name, text) : nearestWords(name, text);
}

function nearestWords({ plain, parts }: Name, text: string): Near | undefined {
	const words = wordsOf(text);
	const sorted = [...plain.split(' ')].sort().join(' ');
	const count = plain.split(' ').length;
	const joined = plain.replaceAll(' ', '');
	if (parts.length < 2) return undefined;
	for (const size of [count, count - 1, count + 1]) {
		for (let index = 0; size > 1 && index + size <= words.length; index += 1) {
			const [first, last] = [words[index], words[index + size - 1]];
			if (!first || !last || !/\p{Lu}/u.test(text[first.start] ?? '')) continue;
			const written = text.slice(first.start, last.end);
			const given = plainOf(written);
			const isTurned = given !== plain && given.split(' ').sort().join(' ') === sorted;
			const limit = joined.length >= 12 ? 2 : 1;
			const isNear = joined.length >= 6 && distance(given.replaceAll(' ', ''), joined) <= limit;
			if (isTurned || isNear) return { text: written, start: first.start };
		}
	}
	return undefined;
}

/** Of three characters and more, one that differs; two characters are too few to tell. */
function nearestSigns({ text: name, plain }: Name, text: string): Near | undefined {
	const long = [...name].length;
	if (long < 3 || text.includes(plain)) return undefined;
	for (let start = 0; start + long <= text.length; start += 1) {
		const given = text.slice(start, start + long);
		if (given[0] === name[0] && distance(given, name) === 1) return { text: given, start };
	}
	return undefined;
}

import { noMemo, type Reporter, remember } from '../diagnostics/index.ts';
import type { Book, Lang, Memo, Pairing, Piece, PiecePairing } from '../model/index.ts';
import { checkImages } from './images.ts';
import { createIsLatin } from './language.ts';
import { checkLengths, type MeasuredPair, measurePairs } from './lengths.ts';
import { checkLinks, type NameOfPlace } from './links.ts';
import { checkNames, type Names, readNames } from './names.ts';
import { checkNotes } from './notes.ts';
import { checkNumbers } from './numbers.ts';
import { readTexts } from './own-texts.ts';
import { checkChinesePunctuation } from './punctuation-chinese.ts';
import { checkLatinPunctuation } from './punctuation-latin.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import { checkForms, checkTerms } from './terms.ts';
import { readPairs } from './text-pairs.ts';
import { collectUses, type PieceUses } from './uses.ts';

export { switched } from './switches.ts';

export interface FidelityOptions {
	readonly report: Reporter;
	/** What earlier builds of the session checked. */
	readonly memo?: Memo;
}

interface Checked {
	readonly uses: PieceUses;
	readonly measured: readonly MeasuredPair[];
}

/**
 * Holds what a translation says against what its source says, rule by rule: numbers, dates and units, links, images and
 * notes, names, terms, lengths. Between two pieces others may have their turn. With a memory, a piece whose pairs are
 * the same as in the build before is not looked at again.
 */
export function* checkPairsInSteps(
	book: Book,
	pairing: Pairing,
	[source, target]: readonly [Lang, Lang],
	{ report, memo = noMemo }: FidelityOptions,
): Generator<void, void> {
	const people = [...book.contributors.values()];
	const key = [source, target, ...people.map(memo.nameOf)].join(' ');
	const names = memo.recall('names of contributors', key, () => readNames(people, source, target));
	const indexOf = createIndexOf(book, memo);
	const checked: Checked[] = [];
	for (const one of pairing.values()) {
		const versions = book.pieces.get(one.path);
		const pieces = { source: versions?.[source], target: versions?.[target] };
		if (!pieces.source || !pieces.target) continue;
		const known = {
			source: indexFor(pieces.source, indexOf(source), memo),
			target: indexFor(pieces.target, indexOf(target), memo),
		};
		const shaping = [one, names, indexOf(source), indexOf(target)];
		checked.push(
			remember(memo, 'checked pairs', shaping.map(memo.nameOf).join(' '), report, (add) =>
				checkPiece(
					one,
					pieces as Both,
					{ names, indexOf: (lang) => (lang === source ? known.source : known.target) },
					add,
				),
			),
		);
		yield;
	}
	const nameOf = namesOfPlaces(book, checked);
	for (const { uses } of checked) checkLinks(uses, nameOf, report);
	checkLengths(
		checked.flatMap(({ measured }) => measured),
		report,
	);
}

/** Looks at each text by itself: punctuation, and forms that terms.yaml has something to say of. */
export function* checkTextsInSteps(
	book: Book,
	{ report, memo = noMemo }: FidelityOptions,
): Generator<void, void> {
	const indexOf = createIndexOf(book, memo);
	const isLatin = createIsLatin();
	for (const versions of book.pieces.values()) {
		for (const piece of Object.values(versions)) {
			const index = indexOf(piece.lang);
			const key = [piece, index].map(memo.nameOf).join(' ');
			remember(memo, 'checked text', key, report, (add) =>
				checkText(piece, { index: indexFor(piece, index, memo), isLatin }, add),
			);
			yield;
		}
	}
}

type Both = { readonly source: Piece; readonly target: Piece };

interface Around {
	readonly names: Names;
	readonly indexOf: (lang: Lang) => TermIndex;
}

function checkPiece(
	pairing: PiecePairing,
	pieces: Both,
	{ names, indexOf }: Around,
	report: Reporter,
): Checked {
	const langs = { source: pairing.source, target: pairing.target };
	const pairs = readPairs(pairing);
	for (const pair of pairs) {
		checkNumbers(pair, report);
		checkTerms(pair, langs, indexOf, report);
	}
	checkNames(pairs, names, report);
	const uses = collectUses(pairing);
	checkImages(uses, report);
	checkNotes(uses, pairing, pieces, report);
	return { uses, measured: measurePairs(pairs) };
}

function checkText(
	piece: Piece,
	{ index, isLatin }: { readonly index: TermIndex; readonly isLatin: (lang: Lang) => boolean },
	report: Reporter,
): void {
	for (const text of readTexts(piece)) {
		checkChinesePunctuation(text, report);
		checkLatinPunctuation(text, report, isLatin);
		checkForms(text, piece.lang, index, report);
	}
}

/** The index of a language, and what was found with it in a piece: both of its checks look for the same. */
function indexFor(piece: Piece, index: TermIndex, memo: Memo): TermIndex {
	const key = [piece, index].map(memo.nameOf).join(' ');
	return memo.recall('terms of a text', key, () => ({ ...index, known: new Map() }));
}

function createIndexOf({ terms = none }: Book, memo: Memo): (lang: Lang) => TermIndex {
	const made = new Map<Lang, TermIndex>();
	return (lang) => {
		const index =
			made.get(lang) ??
			memo.recall('term index', `${lang} ${memo.nameOf(terms)}`, () => indexTerms(terms, lang));
		made.set(lang, index);
		return index;
	};
}

const none: NonNullable<Book['terms']> = [];

/** The ids of a piece and of its headings are other ones in each language; the name is that of the source. */
function namesOfPlaces({ pieces }: Book, checked: readonly Checked[]): NameOfPlace {
	const names = new Map<string, string>();
	for (const [path, versions] of pieces) {
		for (const { key, headings } of Object.values(versions)) {
			names.set(key, path);
			for (const { id, title } of headings) names.set(id, `${path}#${title.text}`);
		}
	}
	for (const { uses } of checked) {
		for (const [source, target] of uses.samePlaces) {
			const name = names.get(source) ?? source;
			names.set(source, name);
			names.set(target, name);
		}
	}
	return (id) => names.get(id);
}

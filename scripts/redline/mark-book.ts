import { noMemo } from '../diagnostics/index.ts';
import type {
	Asset,
	Book,
	BookEntry,
	Inline,
	Lang,
	Localized,
	Memo,
	Person,
	Piece,
	PiecePath,
} from '../model/index.ts';
import { markParagraphs } from './mark-paragraphs.ts';
import { type Comparison, markInline, markPiece } from './mark-piece.ts';
import { pairPieces } from './pair-pieces.ts';

export interface MarkOptions {
	/** Images of the old book that are gone or look otherwise, by their old path, each under a path of its own. */
	readonly images?: ReadonlyMap<string, Asset>;
	/** Wording by language: `deleted-image` and `inserted-image`, with {description}. */
	readonly labels?: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
	/** What earlier builds of the session marked. */
	readonly memo?: Memo;
}

export interface MarkedBook {
	/** The book as it is now; what changed since is marked in it. */
	readonly book: Book;
	/** Languages in whose texts anything changed. */
	readonly changed: ReadonlySet<Lang>;
	/** Pieces that are gone. */
	readonly removed: readonly Piece[];
}

/**
 * Marks what changed between two versions of a book: words that came stand in `<ins class="change">`, words that are
 * gone in `<del class="change">`, pictures have the class `inserted` or `deleted`. Without all that is gone the text
 * is that of the book as it is now, and without all that came it is that of the book before.
 *
 * What did not change is the very same object. Pieces that are gone are not in the book, but told.
 */
export function markChanges(now: Book, before: Book, options: MarkOptions = {}): MarkedBook {
	const { images = new Map<string, Asset>(), memo = noMemo } = options;
	const comparison = makeComparison(images, options.labels ?? {});
	const changed = new Set<Lang>();
	const line = (one: Inline, old: Inline | undefined) => {
		const marked = recallLine(one, old, comparison, memo);
		if (marked !== one) changed.add(one.lang);
		return marked;
	};
	const lines = (all: Localized<Inline>, old: Localized<Inline> | undefined) =>
		mapValues(all, (one, lang) => line(one, old?.[lang]));
	const paragraphs = (all: readonly Inline[], old: readonly Inline[]) => {
		const marked = markParagraphs(all, old, line, comparison);
		if (marked.length > all.length) for (const one of marked) changed.add(one.lang);
		return marked;
	};
	const { partner, removed } = pairPieces(now, before, comparison);
	const pieces = new Map(
		[...now.pieces].map(([path, versions]) => [
			path,
			mapValues(versions, (piece, lang) => {
				const old = partner(piece);
				const key = `${memo.nameOf(piece)} ${old ? memo.nameOf(old) : ''} ${[...images.keys()].join()}`;
				const marked = memo.recall('marked pieces', key, () => markPiece(piece, old, comparison));
				if (marked !== piece) changed.add(lang);
				return marked;
			}),
		]),
	);
	const { subtitle, rights, disclaimer, shortDisclaimer } = now;
	const book: Book = {
		...now,
		title: lines(now.title, before.title),
		...(subtitle && { subtitle: lines(subtitle, before.subtitle) }),
		...(rights && { rights: lines(rights, before.rights) }),
		publishers: now.publishers.map((one, index) => lines(one, before.publishers[index])),
		...(disclaimer && {
			disclaimer: mapValues(disclaimer, (all, lang) => paragraphs(all, before.disclaimer?.[lang] ?? [])),
		}),
		...(shortDisclaimer && { shortDisclaimer: lines(shortDisclaimer, before.shortDisclaimer) }),
		contributors: new Map(
			[...now.contributors].map(([id, person]) => [
				id,
				markPerson(person, before.contributors.get(id), lines),
			]),
		),
		contents: now.contents.map((entry) => markEntry(entry, before.contents, lines)),
		pieces,
		images: new Map([...now.images, ...[...images.values()].map((image) => [image.path, image] as const)]),
	};
	for (const piece of removed) changed.add(piece.lang);
	return { book, changed, removed };
}

function makeComparison(
	images: ReadonlyMap<string, Asset>,
	labels: NonNullable<MarkOptions['labels']>,
): Comparison {
	const segmenters = new Map<Lang, Intl.Segmenter>();
	return {
		imageOf: (path) => images.get(path)?.path ?? path,
		wordsOf: (lang) => {
			const words = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
			segmenters.set(lang, words);
			return words;
		},
		describe: (lang, mark, description) =>
			(wordingOf(labels, lang)[`${mark}-image`] ?? '{description}').replace(
				'{description}',
				() => description,
			),
	};
}

function wordingOf(labels: NonNullable<MarkOptions['labels']>, lang: Lang): Readonly<Record<string, string>> {
	return labels[lang] ?? labels[new Intl.Locale(lang).language] ?? labels.en ?? {};
}

function recallLine(now: Inline, before: Inline | undefined, comparison: Comparison, memo: Memo): Inline {
	const key = `${memo.nameOf(now)} ${before ? memo.nameOf(before) : ''}`;
	return memo.recall('marked lines of the book', key, () => markInline(now, before, comparison));
}

type MarkLines = (all: Localized<Inline>, old: Localized<Inline> | undefined) => Localized<Inline>;

function markPerson(person: Person, before: Person | undefined, lines: MarkLines): Person {
	const { name, affiliation, bio } = person;
	return {
		...person,
		name: lines(name, before?.name),
		...(affiliation && { affiliation: lines(affiliation, before?.affiliation) }),
		...(bio && { bio: lines(bio, before?.bio) }),
	};
}

/** A part was the one that had most of its pieces. */
function markEntry(entry: BookEntry, before: readonly BookEntry[], lines: MarkLines): BookEntry {
	if (entry.kind === 'piece') return entry;
	const own = new Set<PiecePath>(entry.pieces);
	let [most, old]: [number, BookEntry | undefined] = [0, undefined];
	for (const one of before) {
		const shared = one.kind === 'part' ? one.pieces.filter((path) => own.has(path)).length : 0;
		if (shared > most) [most, old] = [shared, one];
	}
	const title = old?.kind === 'part' ? old.title : undefined;
	return { ...entry, title: lines(entry.title, title) };
}

function mapValues<T, U>(values: Localized<T>, change: (value: T, lang: Lang) => U): Localized<U> {
	return Object.fromEntries(Object.entries(values).map(([lang, value]) => [lang, change(value, lang)]));
}

import type { Inline, Lang, Note, Piece } from '../model/index.ts';
import { readBlocks } from './blocks.ts';
import { markBlock, markBlocks } from './mark-blocks.ts';
import { markLine, markWhole } from './mark-line.ts';
import type { Mark, Marker } from './marker.ts';
import { GoneNotes, markNotes, pairNotes } from './notes.ts';
import type { TokenContext } from './tokens.ts';

/** What two versions of a book are compared and marked with, whatever the text. */
export interface Comparison {
	/** Where an image of the old book is in the new one, by its old path. */
	readonly imageOf: (path: string) => string;
	/** Cuts a text of a language into words. */
	readonly wordsOf: (lang: Lang) => Intl.Segmenter;
	/** What is said of an image that is gone, or that came, for those who do not see it. */
	readonly describe: (lang: Lang, mark: Mark, description: string) => string;
}

/** A piece with its changes marked; the very same object where it says what it said. One that was not there all came. */
export function markPiece(now: Piece, before: Piece | undefined, comparison: Comparison): Piece {
	const old = before?.notes ?? [];
	const bareContext = contextOf(now.lang, comparison);
	const pairs = pairNotes(now.notes, old, bareContext);
	const goneNotes = new GoneNotes(pairs, now, old);
	const marker = markerFor(now, pairs.now, goneNotes, comparison);
	const children = before
		? markBlocks(now.body.children, before.body.children, marker)
		: readBlocks(now.body.children, marker.now).flatMap((block) => markBlock(block, 'inserted', marker));
	const body = children === now.body.children ? now.body : { ...now.body, children: [...children] };
	const title = markInline(now.title, before?.title, comparison);
	const notes = markNotes(now, body, pairs, goneNotes, marker);
	if (body === now.body && title === now.title && notes === now.notes) return now;
	return { ...now, title, body, notes };
}

/**
 * A line of the book with its changes marked in what is set of it. What is read of it as plain text, for outlines,
 * running heads and metadata, stays as it is now.
 */
export function markInline(now: Inline, before: Inline | undefined, comparison: Comparison): Inline {
	const context = contextOf(now.lang, comparison);
	const marker = {
		now: { ...context, imageOf: samePath },
		before: context,
		goneCall: (call: Parameters<Marker['goneCall']>[0]) => call,
		nextPrefix: () => '',
		describe: (mark: Mark, text: string) => comparison.describe(now.lang, mark, text),
	};
	const children = before
		? markLine(now.children, before.children, marker)
		: markWhole(now.children, 'inserted', marker);
	return children === now.children ? now : { ...now, children };
}

/** A line of the book that is gone: nothing of it is read as plain text. */
export function goneInline(before: Inline, comparison: Comparison): Inline {
	const nothing = { ...before, text: '', html: '', children: [] };
	return { ...markInline(nothing, before, comparison), text: '', html: '' };
}

function contextOf(lang: Lang, { wordsOf, imageOf }: Comparison): TokenContext {
	return { words: wordsOf(lang), noteOf: (id) => id, imageOf };
}

const samePath = (path: string) => path;

function markerFor(
	now: Piece,
	becameOf: ReadonlyMap<string, Note>,
	goneNotes: GoneNotes,
	comparison: Comparison,
): Marker {
	const context = contextOf(now.lang, comparison);
	let drawings = 0;
	return {
		now: { ...context, imageOf: samePath, noteOf: (id) => `now ${id}` },
		before: {
			...context,
			noteOf: (id) => {
				const note = becameOf.get(id);
				return note ? `now ${note.id}` : `gone ${id}`;
			},
		},
		goneCall: (call) => goneNotes.call(call),
		nextPrefix: () => `${now.key}-deleted-${++drawings}-`,
		describe: (mark, description) => comparison.describe(now.lang, mark, description),
	};
}

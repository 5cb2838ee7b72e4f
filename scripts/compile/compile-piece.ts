import { slug } from 'github-slugger';
import type { Root } from 'hast';
import type { Heading, Inline, Note, Piece, PieceSource } from '../model/index.ts';
import type { BookContext, TextContext } from './context.ts';
import { eachHeading } from './headings.ts';
import { headingInline } from './inline.ts';
import { blocksOf } from './note-blocks.ts';
import { calledNotes } from './notes.ts';
import type { Processors } from './processors.ts';
import { createTextContext, reportUnusedNotes } from './text.ts';
import type { WriteHtml } from './to-html.ts';
import { cleanSource } from './xml-characters.ts';

/** A piece whose ids are set, waiting for those of all other pieces. */
export interface OpenPiece {
	readonly source: PieceSource;
	readonly context: TextContext;
	readonly tree: Root;
}

/** First half: from Markdown to a safe tree with ids; others can then lead links to it. */
export function openPiece(
	source: PieceSource,
	key: string,
	book: BookContext,
	processors: Processors,
): OpenPiece {
	const { file, lang } = source;
	const text = cleanSource(source.text, book.report, file);
	const context = createTextContext({ book, lang, file, source: text, at: undefined, key });
	const tree = processors.settle(processors.read(text, context), context);
	context.part = 'note';
	// A note that nothing calls is not shown, so nothing can lead into it.
	const called = calledNotes(tree);
	for (const [name, note] of context.notes) {
		if (called.has(name)) note.tree = processors.settle(note.tree, context);
	}
	const title = slug(source.title.text);
	if (!context.anchors.has(title)) context.anchors.set(title, key);
	return { source, context, tree };
}

export interface PieceTitles {
	readonly title: Inline;
	readonly shortTitle?: Inline;
}

/** Second half: links, languages, hyphens, notes. The tree of the open piece is used up. */
export function finishPiece(
	open: OpenPiece,
	titles: PieceTitles,
	book: BookContext,
	processors: Processors,
	write: WriteHtml,
): Piece {
	const { source } = open;
	const context = { ...open.context, book };
	const { lang, key, file } = context;
	context.part = 'body';
	const body = processors.finish(open.tree, context);
	context.part = 'note';
	const notes = [...context.calls].map(([name, call]): Note => {
		const note = context.notes.get(name);
		const tree = note ? processors.finish(note.tree, context) : undefined;
		const children = tree ? blocksOf(tree, lang) : [];
		return { id: call.id, name: note?.name ?? name, number: call.number, children };
	});
	reportUnusedNotes(context);
	for (const image of context.images) book.images.add(image);
	return {
		path: source.path,
		lang,
		file,
		key,
		...titles,
		authors: source.authors,
		...(source.checks && { checks: source.checks }),
		body,
		notes,
		headings: headingsOf(body, lang, write),
		images: [...context.images],
	};
}

function headingsOf(body: Root, lang: string, write: WriteHtml): readonly Heading[] {
	const headings: Heading[] = [];
	eachHeading(body, false, (heading, isEnclosed) => {
		const { id } = heading.properties;
		if (isEnclosed || typeof id !== 'string') return;
		const level = Number(heading.tagName.slice(1));
		headings.push({ id, level, title: headingInline(heading, lang, write) });
	});
	return headings;
}

import type { ElementContent, Parents, Root } from 'hast';
import type { Inline, Lang, LocalText } from '../model/index.ts';
import { type BookContext, reportAt, type TextContext } from './context.ts';
import { finishInline } from './inline.ts';
import { joinPhrases, phrasesOf } from './phrases.ts';
import type { Position } from './positions.ts';
import type { Processors } from './processors.ts';
import type { WriteHtml } from './to-html.ts';
import { cleanSource } from './xml-characters.ts';

type ContextFields = Pick<TextContext, 'book' | 'lang' | 'file' | 'source' | 'at' | 'key'>;

/** A context in which nothing has been found yet. */
export function createTextContext(fields: ContextFields): TextContext {
	return {
		...fields,
		anchors: new Map(),
		counts: new Map(),
		notes: new Map(),
		calls: new Map(),
		images: new Set(),
		part: 'body',
	};
}

/**
 * Markdown of book.yaml or contributors.yaml, such as a biography or the disclaimer, as its paragraphs. All of it
 * is placed where its value begins in the file.
 */
export function markdownInlines(
	text: LocalText,
	lang: Lang,
	book: BookContext,
	processors: Processors,
	write: WriteHtml,
): readonly Inline[] {
	return readPhrases(text, book, processors).map((phrase) => finishInline(phrase, text.lang, lang, write));
}

/** The same as one line. */
export function markdownInline(
	text: LocalText,
	lang: Lang,
	book: BookContext,
	processors: Processors,
	write: WriteHtml,
): Inline {
	return finishInline(joinPhrases(readPhrases(text, book, processors)), text.lang, lang, write);
}

function readPhrases(text: LocalText, book: BookContext, processors: Processors): ElementContent[][] {
	const { file, line, column } = text.place;
	const source = cleanSource(text.text, book.report, file, line, column);
	const start = { line, column };
	const at = { start, end: start };
	const context = createTextContext({ book, lang: text.lang, file, source: '', at, key: '' });
	const tree = processors.finish(settleAt(source, context, processors), context);
	reportUnusedNotes(context);
	for (const image of context.images) book.images.add(image);
	return phrasesOf(tree);
}

/** Reads the title of an image as part of the text around the image. */
export function readPhrase(
	markdown: string,
	at: Position | undefined,
	around: TextContext,
	processors: Processors,
): ElementContent[] {
	const { book, lang, file } = around;
	const context = createTextContext({ book, lang, file, source: '', at, key: '' });
	const tree = settleAt(markdown, context, processors);
	for (const image of context.images) around.images.add(image);
	return joinPhrases(phrasesOf(tree));
}

/** Notes whose text is lost because nothing calls them. */
export function reportUnusedNotes(context: TextContext): void {
	for (const [id, { name, position }] of context.notes) {
		if (!context.calls.has(id)) {
			reportAt(context, 'note-unused', `the note "${name}" is never called`, position);
		}
	}
}

// As places within the text are not known, all of it is placed where it begins.
function settleAt(source: string, context: TextContext, processors: Processors): Root {
	const tree = processors.read(source, context);
	const settled = processors.settle(tree, context);
	placeAll(settled, context.at);
	return settled;
}

function placeAll(parent: Parents, at: Position | undefined): void {
	for (const node of [parent, ...parent.children]) {
		if (at) node.position = at;
		else delete node.position;
	}
	for (const child of parent.children) {
		if (child.type === 'element') placeAll(child, at);
	}
}

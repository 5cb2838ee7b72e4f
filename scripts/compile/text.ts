import type { ElementContent, Parents, Root } from 'hast';
import type { Inline, Lang, LocalText } from '../model/index.ts';
import type { BookContext, TextContext } from './context.ts';
import { finishInline } from './inline.ts';
import { joinPhrases, phrasesOf } from './phrases.ts';
import type { Position } from './positions.ts';
import type { Processors } from './processors.ts';
import type { WriteHtml } from './to-html.ts';
import { cleanSource } from './xml-characters.ts';

type ContextFields = Pick<TextContext, 'book' | 'lang' | 'file' | 'source' | 'key'>;

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
		depth: 0,
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
	const context = createTextContext({ book, lang: text.lang, file, source: '', key: '' });
	const start = { line, column };
	const tree = settleAt(source, { start, end: start }, context, processors);
	return phrasesOf(processors.finish(tree, context));
}

/** Reads Markdown that stands in a value or title: as its place within that is not known, all is placed at `at`. */
export function settleAt(
	source: string,
	at: Position | undefined,
	context: TextContext,
	processors: Processors,
): Root {
	const tree = processors.read(source, context);
	placeAll(tree, at);
	return processors.settle(tree, context);
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

import type { Inline, Lang, LocalText, Memo } from '../model/index.ts';
import type { BookContext } from './context.ts';
import { plainInline } from './inline.ts';
import { rememberText } from './remember-text.ts';
import { markdownInline, markdownInlines } from './text.ts';
import type { Tools } from './tools.ts';

/** What a value of book.yaml, contributors.yaml or a front matter becomes; the same object while its text is the same. */
export type Line<T> = (text: LocalText, lang: Lang, book: BookContext, tools: Tools, memo: Memo) => T;

/** A plain text, such as a title or a name. */
export const plainLine: Line<Inline> = remembered('plain line', (text, lang, book, { write }) =>
	plainInline(text, lang, book, write),
);

/** Markdown as one line, such as a biography. */
export const markedLine: Line<Inline> = remembered('marked line', (text, lang, book, tools) =>
	markdownInline(text, lang, book, tools.processors, tools.write),
);

/** Markdown as lines, one a paragraph, such as the disclaimer. */
export const markedLines: Line<readonly Inline[]> = remembered('marked lines', (text, lang, book, tools) =>
	markdownInlines(text, lang, book, tools.processors, tools.write),
);

function remembered<T>(
	room: string,
	shape: (text: LocalText, lang: Lang, book: BookContext, tools: Tools) => T,
): Line<T> {
	return (text, lang, book, tools, memo) =>
		rememberText(memo, room, JSON.stringify([text, lang, book.languages]), book, (traced) =>
			shape(text, lang, traced, tools),
		);
}

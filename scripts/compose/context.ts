import type { Book, Inline, Lang, Layout, Memo } from '../model/index.ts';
import { plainInline } from './inline.ts';
import type { SortKeys } from './sort-key.ts';
import type { Render } from './template.ts';

/** What every unit of one edition is made from. */
export interface Context {
	readonly book: Book;
	readonly lang: Lang;
	readonly labels: Readonly<Record<string, string>>;
	/** Fills a template, which may use `book` and `labels` too. */
	readonly render: Render;
	readonly sortKeys: SortKeys;
	/** The book's own title, for running heads. */
	readonly title: Inline;
	/** What a proof of changes says of itself. */
	readonly proof?: Inline;
	/** Of an edition in two languages. */
	readonly layout?: Layout;
	/** The second language of units that hold two. */
	readonly other?: Context;
	/** What earlier builds of the session made. */
	readonly memo: Memo;
}

/** A label of the house; a key that a language lacks shows itself, so that it is seen and added. */
export function label(context: Pick<Context, 'labels'>, key: string): string {
	return context.labels[key] ?? key;
}

/** A label as a title; the same one each time. */
export function labelLine(context: Pick<Context, 'labels' | 'lang' | 'memo'>, key: string): Inline {
	const text = label(context, key);
	const { lang, memo } = context;
	return memo.recall('label lines', JSON.stringify([text, lang]), () => plainInline(text, lang));
}

/** A line in a running head of units in another language: it says its own, which chooses its face. */
export function headLine({ lang, memo }: Pick<Context, 'lang' | 'memo'>, line: Inline): Inline {
	if (line.lang === lang) return line;
	const html = `<span lang="${line.lang}">${line.html}</span>`;
	return memo.recall('lines of running heads', `${memo.nameOf(line)} ${lang}`, () => ({ ...line, html }));
}

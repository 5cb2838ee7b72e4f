import type { Book, Inline, Lang } from '../model/index.ts';
import type { SortKeys } from './sort-key.ts';
import type { Render, TemplateData } from './template.ts';

/** What every unit of one edition is made from. */
export interface Context {
	readonly book: Book;
	readonly lang: Lang;
	readonly labels: Readonly<Record<string, string>>;
	readonly render: Render;
	readonly sortKeys: SortKeys;
	/** The book's own title, for running heads. */
	readonly title: Inline;
	/** What every template may use: `book` and `labels`. */
	readonly shared: TemplateData;
}

/** A label of the house; a key that a language lacks shows itself, so that it is seen and added. */
export function label(context: Pick<Context, 'labels'>, key: string): string {
	return context.labels[key] ?? key;
}

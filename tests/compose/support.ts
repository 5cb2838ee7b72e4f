import { bookData } from '../../scripts/compose/book-data.ts';
import type { Context } from '../../scripts/compose/context.ts';
import { loadSortKeys } from '../../scripts/compose/sort-key.ts';
import { createRender } from '../../scripts/compose/template.ts';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Book, House, Lang } from '../../scripts/model/index.ts';
import { inline } from '../support/edition.ts';

/** What a unit of this book is made from. */
export async function contextOf(book: Book, lang: Lang, house: House): Promise<Context> {
	const labels = house.labels[lang] ?? {};
	const names = [...book.contributors.values()].map((one) => one.name[lang]?.text ?? '');
	return {
		book,
		lang,
		labels,
		render: createRender(house, lang, { shared: { book: bookData(book, lang, labels), labels } }),
		sortKeys: await loadSortKeys(names),
		title: book.title[lang] ?? inline('?', lang),
		memo: noMemo,
	};
}

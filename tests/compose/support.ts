import type { Context } from '../../scripts/compose/context.ts';
import { createContext } from '../../scripts/compose/contexts.ts';
import { noMemo } from '../../scripts/diagnostics/index.ts';
import type { Book, House, Lang } from '../../scripts/model/index.ts';

/** What a unit of this book is made from. */
export function contextOf(book: Book, lang: Lang, house: House): Promise<Context> {
	return createContext({ book, house, memo: noMemo, report: () => {} }, lang);
}

import type { Reporter } from '../diagnostics/index.ts';
import type { Book, House, Lang, Layout, Memo } from '../model/index.ts';
import { bookData, secondBookData } from './book-data.ts';
import { bothLabels } from './both-labels.ts';
import type { Context } from './context.ts';
import { plainInline } from './inline.ts';
import { type ProofOf, proofLine } from './proof-line.ts';
import { loadSortKeys } from './sort-key.ts';
import { createRender } from './template.ts';

/** What the contexts of an edition are made from. */
export interface Sources {
	readonly book: Book;
	readonly house: House;
	readonly memo: Memo;
	readonly report: Reporter;
	/** Of a book in which changes are marked. */
	readonly proof?: ProofOf;
}

/** What units in one language are made from; `layout` where they stand in an edition in two. */
export async function createContext(sources: Sources, lang: Lang, layout?: Layout): Promise<Context> {
	const { book, house, memo, report, proof } = sources;
	const labels = findLabels(house, lang, report);
	const names = [...book.contributors.values()].map((person) => person.name[lang]?.text ?? '');
	const rest = {
		book,
		lang,
		labels,
		sortKeys: await loadSortKeys(names, memo),
		title: book.title[lang] ?? plainInline(book.config.slug, lang),
		memo,
		...(proof ? { proof: proofLine(proof, labels, lang) } : {}),
	};
	return { ...rest, ...renderIn(sources, rest, layout) };
}

/** The part of a context that depends on the layout. */
function renderIn(
	{ book, house, memo }: Sources,
	{ lang, labels }: Pick<Context, 'lang' | 'labels'>,
	layout: Layout | undefined,
): Pick<Context, 'render' | 'layout'> {
	const data = bookData(book, lang, labels);
	const shared = { book: data, labels, texts: [{ lang, book: data }] };
	if (!layout) return { render: createRender(house, lang, { shared, memo }) };
	return { render: createRender(house, lang, { shared, memo, layout }), layout };
}

/** The contexts of an edition in two languages. */
export interface Contexts {
	readonly layout: Layout;
	/** Of units in the first language, and in the second. */
	readonly first: Context;
	readonly second: Context;
	/** Of units that hold both. */
	readonly both: Context;
	/** Of a unit in the second language that ends with texts in both. */
	readonly last: Context;
	/** Of a piece that the other language lacks: it has the whole width of the page. */
	readonly alone: { readonly first: Context; readonly second: Context };
}

export async function createContexts(
	sources: Sources,
	pair: readonly [Lang, Lang],
	layout: Layout,
): Promise<Contexts> {
	const { book, house, memo } = sources;
	const [first, second] = [
		await createContext(sources, pair[0], layout),
		await createContext(sources, pair[1], layout),
	];
	const data = bookData(book, first.lang, first.labels);
	const texts = [
		{ lang: first.lang, book: data },
		{ lang: second.lang, book: secondBookData(book, pair, second.labels) },
	];
	const labels = bothLabels([first, second]);
	const shared = { book: data, labels, texts, other_texts: texts.slice(1) };
	const renderBoth = (lang: Lang) => createRender(house, lang, { shared, pair, layout, memo });
	const alone = (context: Context) =>
		layout === 'columns' ? { ...context, ...renderIn(sources, context, 'pieces') } : context;
	return {
		layout,
		first,
		second,
		both: { ...first, render: renderBoth(first.lang), other: second },
		last: { ...second, render: renderBoth(second.lang) },
		alone: { first: alone(first), second: alone(second) },
	};
}

/** The wording in a language, in its base language (`de` for `de-AT`), or in English, which is said. */
export function findLabels(house: House, lang: Lang, report: Reporter): Readonly<Record<string, string>> {
	const own = house.labels[lang] ?? house.labels[new Intl.Locale(lang).language];
	if (own) return own;
	const file = `templates/labels.${lang}.yaml`;
	report('labels-missing', `Diglot has no wording in "${lang}"; the words it adds are English.`, file);
	return house.labels.en ?? {};
}

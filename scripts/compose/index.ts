import { noMemo, type Reporter } from '../diagnostics/index.ts';
import type {
	Book,
	Edition,
	EditionChoice,
	EditionId,
	House,
	Lang,
	Memo,
	Pause,
	TocEntry,
	Unit,
} from '../model/index.ts';
import { bookData } from './book-data.ts';
import type { Context } from './context.ts';
import { coverSheet } from './cover-sheet.ts';
import { directoryUnit } from './directory-unit.ts';
import { frontUnits, halfTitleUnit } from './front-units.ts';
import { plainInline } from './inline.ts';
import { describe } from './metadata.ts';
import { byline, type OutlineItem, outline, piecesOf, toToc } from './outline.ts';
import { partUnit } from './part-unit.ts';
import { pieceUnit } from './piece-unit.ts';
import { type ProofOf, proofLine } from './proof-line.ts';
import { loadSortKeys } from './sort-key.ts';
import { withSources } from './sources.ts';
import { createRender } from './template.ts';

export type { ProofOf };

export interface ComposeOptions {
	readonly choice: EditionChoice;
	/** Moment that the outputs show instead of the book's date. */
	readonly modified?: Date;
	readonly report: Reporter;
	/** What earlier builds of the session composed. */
	readonly memo?: Memo;
	/** Called between units. */
	readonly pause?: Pause;
	/** Whether the sheet round the book is made too. */
	readonly cover?: boolean;
	/** Of a book in which changes are marked. */
	readonly proof?: ProofOf | undefined;
}

/**
 * Makes one edition of the book: the cover, title page, imprint, contents, openers, bylines, bios, disclaimers
 * and the directory, from `templates/`.
 *
 * With a memory a unit that shows the same as in the build before is the very same object: see `makeUnit`.
 * @throws ParseError or RenderError of LiquidJS, with file and line, where a template is broken
 */
export async function compose(
	source: Book,
	house: House,
	{ choice, modified, report, memo: session = noMemo, pause, cover = false, proof }: ComposeOptions,
): Promise<Edition> {
	const [lang] = choice.languages;
	const memo = ofEdition(session, choice.id);
	const book = withSources(source, memo);
	const labels = findLabels(house, lang, report);
	const items = outline(book, lang);
	const pieces = piecesOf(items);
	const line = proof && proofLine(proof, labels, lang);
	const context: Context = {
		book,
		lang,
		labels,
		render: createRender(house, lang, { shared: { book: bookData(book, lang, labels), labels }, memo }),
		sortKeys: await loadSortKeys(
			[...book.contributors.values()].map((person) => person.name[lang]?.text ?? ''),
			memo,
		),
		title: book.title[lang] ?? plainInline(book.config.slug, lang),
		memo,
		...(line ? { proof: line } : {}),
	};
	const directory = directoryUnit(context, pieces);
	const toc: TocEntry[] = [
		...toToc(items, (piece) => byline(context, piece)),
		...(directory ? [{ id: directory.id, unit: directory.id, title: directory.title, children: [] }] : []),
	];
	const paths = pieces.map((piece) => piece.path);
	const body: Unit[] = [];
	for (const makeUnit of items.flatMap((item) => unitsOf(context, item))) {
		body.push(makeUnit());
		await pause?.();
	}
	return {
		id: choice.id,
		slug: book.config.slug,
		languages: [lang],
		metadata: describe({
			book,
			edition: choice.id,
			lang,
			pieces: paths,
			sortKeys: context.sortKeys,
			...(modified ? { modified } : {}),
		}),
		units: [...frontUnits(context, toc), ...body, ...(directory ? [directory] : [])],
		halfTitle: halfTitleUnit(context),
		toc,
		images: book.images,
		labels,
		epub: book.config.epub,
		page: book.config.page,
		press: book.config.press,
		colors: book.config.colors,
		...(line ? { proof: line } : {}),
		...(cover ? { coverSheet: await coverSheet(context) } : {}),
	};
}

/** Rooms of its own for each edition: one that a build leaves out does not age. */
function ofEdition({ recall, nameOf }: Memo, id: EditionId): Memo {
	return { recall: (room, key, make) => recall(`${id} ${room}`, key, make), nameOf };
}

/** How each unit of an item is made. */
function unitsOf(context: Context, item: OutlineItem): readonly (() => Unit)[] {
	if (item.kind === 'piece') return [() => pieceUnit(context, item.piece, item.matter, undefined)];
	return [
		() => partUnit(context, item),
		...item.pieces.map((piece) => () => pieceUnit(context, piece, 'body', item.title)),
	];
}

/** The wording in a language, in its base language (`de` for `de-AT`), or in English, which is said. */
function findLabels(house: House, lang: Lang, report: Reporter): Readonly<Record<string, string>> {
	const own = house.labels[lang] ?? house.labels[new Intl.Locale(lang).language];
	if (own) return own;
	const file = `templates/labels.${lang}.yaml`;
	report('labels-missing', `Diglot has no wording in "${lang}"; the words it adds are English.`, file);
	return house.labels.en ?? {};
}

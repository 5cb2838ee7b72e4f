import type { Lang, Page, PaginatedBook, Shelf, TocEntry } from '../model/index.ts';
import type { Contents } from './contents.ts';
import type { ContentsLine, EditionView, PageEntry } from './page/messages.d.ts';
import type { Resources } from './resources.ts';

/** One edition as the pipeline hands it over. */
export interface PreviewEdition {
	readonly id: string;
	readonly lang: Lang;
	readonly title: string;
	readonly book: PaginatedBook;
	readonly toc: readonly TocEntry[];
	readonly shelf: Shelf;
	/** styles/sheet.css */
	readonly sheetCss: string;
}

/** An edition as the page that shows it wants it. */
export function viewOf(edition: PreviewEdition, contents: Contents, resources: Resources): EditionView {
	const { id, lang, title, book } = edition;
	const heads = new Map<string, number>();
	const references = new Set<string>();
	const pages = book.pages.map((page): PageEntry => {
		const content = contents.of(page.body, page.notes);
		for (const reference of content.references) references.add(reference);
		return entryOf(page, content.hash, heads);
	});
	return {
		id,
		lang,
		title,
		geometry: book.geometry,
		css: resources.styleSheet(id, edition.shelf, edition.sheetCss),
		pages,
		heads: [...heads.keys()],
		contents: linesOf(edition.toc, book),
		folios: foliosOf(references, book),
		images: resources.images(id),
	};
}

function entryOf(page: Page, hash: string, heads: Map<string, number>): PageEntry {
	const { label, side, lang, unit, kind, runningHead } = page;
	if (runningHead !== undefined && !heads.has(runningHead)) heads.set(runningHead, heads.size);
	const head = runningHead === undefined ? undefined : heads.get(runningHead);
	return {
		hash,
		label,
		side,
		lang,
		folio: page.showFolio,
		...(unit === undefined ? {} : { unit }),
		...(kind === undefined ? {} : { kind }),
		...(head === undefined ? {} : { head }),
	};
}

function linesOf(entries: readonly TocEntry[], book: PaginatedBook): ContentsLine[] {
	return entries.map(({ id, title, other, children }) => {
		const page = book.map.pageOf.get(id);
		return {
			title: title.text,
			lang: title.lang,
			...(other && other.title.text !== title.text
				? { other: { title: other.title.text, lang: other.title.lang } }
				: {}),
			...(page === undefined ? {} : { page }),
			children: linesOf(children, book),
		};
	});
}

function foliosOf(ids: ReadonlySet<string>, { map }: PaginatedBook): Record<string, string> {
	const folios: Record<string, string> = {};
	for (const id of ids) {
		const label = map.labels[map.pageOf.get(id) ?? -1];
		if (label !== undefined) folios[id] = label;
	}
	return folios;
}

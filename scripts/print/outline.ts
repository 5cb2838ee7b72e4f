import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib';
import type { Edition, PageMap, TocEntry } from '../model/index.ts';

/** The pages that an outline leads to. */
export interface OutlinePages {
	readonly refs: readonly PDFRef[];
	/** In pt. */
	readonly height: number;
}

type Contents = Pick<Edition, 'toc' | 'layout' | 'labels'>;

/**
 * Writes the outline (bookmarks) from the contents, so that the two are one (ISO 32000-1, 12.3.3). Each entry
 * goes to the top of the page where its heading stands: every entry opens a page. In an edition in two languages it has
 * both titles; a translation that follows its text has an entry of its own below it.
 */
export function setOutline(
	pdf: PDFDocument,
	{ toc, layout, labels }: Contents,
	map: PageMap,
	pages: OutlinePages,
): void {
	const root = pdf.context.nextRef();
	const between = labels['between-languages'] ?? ' ';
	const entries = toc.map((entry) => toBookmark(entry, { between, isApart: layout === 'pieces' }));
	const { first, last, count } = addLevel(pdf, entries, root, { map, pages });
	if (!first || !last) return;
	pdf.context.assign(root, pdf.context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
	pdf.catalog.set(PDFName.of('Outlines'), root);
}

interface Bookmark {
	/** Id of the heading that it leads to. */
	readonly id: string;
	readonly title: string;
	readonly children: readonly Bookmark[];
}

interface Titling {
	/** Stands between a title and its translation. */
	readonly between: string;
	/** Whether a translation follows its text. */
	readonly isApart: boolean;
}

function toBookmark({ id, unit, title, other, children }: TocEntry, titling: Titling): Bookmark {
	const second = other && other.title.text !== title.text ? [other.title.text] : [];
	const translation =
		other && titling.isApart && other.unit !== unit
			? [{ id: other.id, title: other.title.text, children: [] }]
			: [];
	return {
		id,
		title: [title.text, ...second].join(titling.between),
		children: [...translation, ...children.map((child) => toBookmark(child, titling))],
	};
}

interface Level {
	readonly first?: PDFRef;
	readonly last?: PDFRef;
	/** Entries that show when the level is open, its descendants included. */
	readonly count: number;
}

interface Goal {
	readonly map: PageMap;
	readonly pages: OutlinePages;
}

function addLevel(pdf: PDFDocument, entries: readonly Bookmark[], parent: PDFRef, goal: Goal): Level {
	const refs = entries.map(() => pdf.context.nextRef());
	let count = 0;
	entries.forEach((entry, index) => {
		const ref = refs[index];
		if (!ref) return;
		const below = addLevel(pdf, entry.children, ref, goal);
		count += 1 + below.count;
		const item: PDFDict = pdf.context.obj({ Title: PDFHexString.fromText(entry.title), Parent: parent });
		const set = (key: string, value: PDFRef | undefined) => {
			if (value) item.set(PDFName.of(key), value);
		};
		set('Prev', refs[index - 1]);
		set('Next', refs[index + 1]);
		set('First', below.first);
		set('Last', below.last);
		if (below.count > 0) item.set(PDFName.of('Count'), pdf.context.obj(below.count));
		const page = goal.pages.refs[goal.map.pageOf.get(entry.id) ?? -1];
		if (page) {
			const target = [page, PDFName.of('XYZ'), PDFNull, pdf.context.obj(goal.pages.height), PDFNull];
			item.set(PDFName.of('Dest'), pdf.context.obj(target));
		}
		pdf.context.assign(ref, item);
	});
	const [first] = refs;
	const last = refs.at(-1);
	return first && last ? { first, last, count } : { count };
}

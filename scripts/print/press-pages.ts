import type { Page, PaginatedBook } from '../model/index.ts';

/**
 * The pages of the inside of a book as a printer gets them. The cover is printed apart, and a half title stands for
 * it, with blanks behind, so that every other page keeps its place and folio; blanks fill the last sheet up.
 * @param multiple the number of pages is a multiple of it
 */
export function pressPages({ pages, halfTitle }: PaginatedBook, multiple: number): readonly Page[] {
	const inside = pages.findIndex(({ kind }) => kind !== undefined && kind !== 'cover');
	const covers = pages[0]?.kind === 'cover' ? Math.max(inside, 1) : 0;
	const front = pages.slice(0, covers).map((page) => (page.index === 0 && halfTitle) || blank(page));
	const made = [...front, ...pages.slice(covers)];
	const last = made.at(-1);
	const missing = last ? (multiple - (made.length % multiple)) % multiple : 0;
	for (let nth = 0; nth < missing && last; nth++) {
		const index = made.length;
		// Folios of blanks do not show, but readers of the file name pages by them.
		const label = /^\d+$/.test(last.label) ? String(Number(last.label) + nth + 1) : last.label;
		const side = made.at(-1)?.side === 'recto' ? 'verso' : 'recto';
		made.push({ ...blank(last), index, side, label });
	}
	return made;
}

/** The same place in the book with nothing on it. */
function blank({ index, side, matter, label, lang }: Page): Page {
	return { index, side, matter, label, lang, body: '', notes: '', showFolio: false };
}

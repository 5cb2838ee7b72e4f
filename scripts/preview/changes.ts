import type { EditionChange, EditionView, PageEntry, PageSplice } from './page/messages.d.ts';

/** What makes one view of an edition the next one; nothing where they are the same. */
export function changeOf(before: EditionView, after: EditionView): EditionChange | undefined {
	const pages = splice(before.pages, after.pages);
	const fields = (['lang', 'title', 'geometry', 'css', 'heads', 'contents', 'folios', 'images'] as const)
		.filter((name) => !isSame(before[name], after[name]))
		.map((name) => [name, after[name]] as const);
	if (!pages && fields.length === 0) return undefined;
	return { id: after.id, ...Object.fromEntries(fields), ...(pages ? { pages } : {}) };
}

/** The shortest run of pages in which two lists differ. */
function splice(before: readonly PageEntry[], after: readonly PageEntry[]): PageSplice | undefined {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && isSamePage(before[start], after[start])) start++;
	let end = 0;
	while (end < shorter - start && isSamePage(before.at(-1 - end), after.at(-1 - end))) end++;
	const removed = before.length - start - end;
	const added = after.slice(start, after.length - end);
	return removed === 0 && added.length === 0 ? undefined : { start, removed, added };
}

function isSamePage(a: PageEntry | undefined, b: PageEntry | undefined): boolean {
	return (
		a?.hash === b?.hash &&
		a?.label === b?.label &&
		a?.side === b?.side &&
		a?.lang === b?.lang &&
		a?.folio === b?.folio &&
		a?.unit === b?.unit &&
		a?.kind === b?.kind &&
		a?.head === b?.head
	);
}

function isSame(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

import type { Note } from '../model/index.ts';
import type { LaidPage } from './in-page.d.ts';

/**
 * Ids of the calls whose note does not begin on their page, which Paged.js lets happen where a call stands so low
 * that its note finds no room.
 */
export function findStrayNotes(notes: readonly Note[], pages: readonly LaidPage[]): readonly string[] {
	const pageOf = new Map<string, number>();
	pages.forEach((page, index) => {
		for (const id of page.ids) if (!pageOf.has(id)) pageOf.set(id, index);
	});
	return notes.flatMap((note) => {
		const call = `${note.id}-call`;
		return pageOf.get(call) === pageOf.get(note.id) ? [] : [call];
	});
}

/** Ids of the calls next to each page break: their paragraphs are the ones that it may cut. */
export function findCallsAtBreaks(notes: readonly Note[], pages: readonly LaidPage[]): readonly string[] {
	const calls = new Set(notes.map((note) => `${note.id}-call`));
	const last = pages.length - 1;
	return pages.flatMap((page, index) => {
		const here = page.ids.filter((id) => calls.has(id));
		return [...(index > 0 ? here.slice(0, 1) : []), ...(index < last ? here.slice(-1) : [])];
	});
}

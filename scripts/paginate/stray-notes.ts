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

import { expect, test } from 'vitest';
import { findCallsAtBreaks, findStrayNotes } from '../../scripts/paginate/stray-notes.ts';
import { note, text } from '../support/edition.ts';
import { laidPage } from './support.ts';

const notes = [1, 2, 3, 4].map((number) => note(number, text('Note')));
const page = (...ids: readonly string[]) => laidPage('', { ids });

test('notes on the pages of their calls are no strays, even where they go on overleaf', () => {
	const pages = [page('note-1-call', 'note-1'), page('note-1', 'note-2-call', 'note-2')];
	expect(findStrayNotes(notes.slice(0, 2), pages)).toEqual([]);
});

test('a note that begins on another page than its call is named by its call', () => {
	const pages = [page('note-1-call', 'note-2-call', 'note-1'), page('note-2', 'note-3-call'), page('note-3')];
	expect(findStrayNotes(notes.slice(0, 3), pages)).toEqual(['note-2-call', 'note-3-call']);
});

test('calls beside a page break are the last before it and the first after it', () => {
	const pages = [
		page('p', 'note-1-call', 'note-2-call', 'note-1', 'note-2'),
		page('h'),
		page('note-3-call', 'note-4-call', 'note-3', 'note-4', 'q'),
	];
	expect(findCallsAtBreaks(notes, pages)).toEqual(['note-2-call', 'note-3-call']);
});

test('a single page has no break', () => {
	expect(findCallsAtBreaks(notes, [page('note-1-call', 'note-1')])).toEqual([]);
	expect(findCallsAtBreaks([], [page('a'), page('b')])).toEqual([]);
});

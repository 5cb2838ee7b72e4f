import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Note } from '../model/index.ts';

export interface NoteLabels {
	/** Name of the block of notes, which no one sees but a screen reader says. */
	readonly notes: string;
	/** Said of the number that leads back to the call. */
	readonly back: string;
}

/** Marks the note calls as such and puts the notes at the end of the unit; the tree is changed. */
export function placeNotes(section: Element, notes: readonly Note[], labels: NoteLabels): void {
	const calls = markCalls(section);
	if (notes.length === 0) return;
	section.children.push({
		type: 'element',
		tagName: 'section',
		properties: { className: ['notes'], 'epub:type': 'footnotes', ariaLabel: labels.notes },
		children: notes.map((note) => footnote(note, calls.get(note.id), labels.back)),
	});
}

/** Id of the first call by id of the note. */
function markCalls(section: Element): ReadonlyMap<string, string> {
	const calls = new Map<string, string>();
	visit(section, 'element', ({ properties }) => {
		const { dataNote: note, id } = properties;
		if (typeof note !== 'string') return;
		delete properties.dataNote;
		Object.assign(properties, { href: `#${note}`, role: 'doc-noteref', 'epub:type': 'noteref' });
		if (typeof id === 'string' && !calls.has(note)) calls.set(note, id);
	});
	return calls;
}

/** An `aside`, for that is what Apple Books, Kobo and Thorium show in a window of its own. */
function footnote(note: Note, call: string | undefined, back: string): Element {
	const number: ElementContent = call
		? {
				type: 'element',
				tagName: 'a',
				properties: {
					className: ['note-number'],
					href: `#${call}`,
					title: back,
					role: 'doc-backlink',
					'epub:type': 'backlink',
				},
				children: [{ type: 'text', value: String(note.number) }],
			}
		: { type: 'text', value: String(note.number) };
	return {
		type: 'element',
		tagName: 'aside',
		properties: { id: note.id, className: ['note'], role: 'doc-footnote', 'epub:type': 'footnote' },
		children: numbered(structuredClone([...note.children]), number),
	};
}

/** The number opens the first paragraph, or is one of its own where a note begins with a list or the like. */
function numbered(blocks: Element[], number: ElementContent): Element[] {
	const [first] = blocks;
	if (first?.tagName === 'p') {
		first.children.unshift(number, { type: 'text', value: ' ' });
		return blocks;
	}
	return [{ type: 'element', tagName: 'p', properties: {}, children: [number] }, ...blocks];
}

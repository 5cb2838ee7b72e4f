import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Note, Piece } from '../model/index.ts';
import { alignBlocks } from './align.ts';
import { type Block, joinWords, readBlocks } from './blocks.ts';
import { markBlock, markBlocks } from './mark-blocks.ts';
import { bare, markElement } from './marked.ts';
import type { Marker } from './marker.ts';
import type { TokenContext } from './tokens.ts';

/** The notes of two versions of a piece, and which of them was which. */
export interface NotePairs {
	/** The note that one was, by the id of what it is now. */
	readonly before: ReadonlyMap<string, Note>;
	/** The note that one has become, by the id that it had. */
	readonly now: ReadonlyMap<string, Note>;
}

/** Finds out which note was which: their numbers change wherever one comes or goes. */
export function pairNotes(now: readonly Note[], before: readonly Note[], context: TokenContext): NotePairs {
	const [blocks, oldBlocks] = [now, before].map((notes) => notes.map((note) => blockOf(note, context)));
	const rows = alignBlocks(oldBlocks ?? [], blocks ?? []).flatMap((row) => {
		const [one, other] = [now[blocks?.indexOf(row.now[0] as Block) ?? -1], row.before[0]];
		const old = other && before[oldBlocks?.indexOf(other) ?? -1];
		return one && old ? [[one, old] as const] : [];
	});
	return {
		before: new Map(rows.map(([one, old]) => [one.id, old])),
		now: new Map(rows.map(([one, old]) => [old.id, one])),
	};
}

/** A note as a block that can be compared with others. */
function blockOf({ children }: Note, context: TokenContext): Block {
	const blocks = readBlocks(children, context);
	const element: Element = { type: 'element', tagName: 'aside', properties: {}, children: [] };
	const key = blocks.map((block) => block.key).join('|');
	return { kind: 'box', key, element, blocks, words: () => joinWords(blocks) };
}

/** Calls of notes that are gone, and these notes themselves once they are called. */
export class GoneNotes {
	readonly #pairs: NotePairs;
	readonly #old: ReadonlyMap<string, Note>;
	readonly #taken: Set<string>;
	readonly #called = new Map<string, { readonly id: string; readonly note: Note; times: number }>();

	constructor(pairs: NotePairs, now: Piece, before: readonly Note[]) {
		this.#pairs = pairs;
		this.#old = new Map(before.map((note) => [note.id, note]));
		this.#taken = new Set(now.notes.map(({ id }) => id));
	}

	/** A call that is gone: one of a note that is gone leads to it, any other is a bare number. */
	call(call: Element): Element {
		const number = markElement('deleted', bare(call).children);
		const note = this.#old.get(String(call.properties.dataNote));
		if (!note || this.#pairs.now.has(note.id)) {
			return {
				type: 'element',
				tagName: 'span',
				properties: { className: ['deleted-call'] },
				children: [number],
			};
		}
		const called = this.#called.get(note.id) ?? { id: this.#idFor(note), note, times: 0 };
		this.#called.set(note.id, called);
		called.times += 1;
		const { id, times } = called;
		const properties = {
			className: ['note-call'],
			role: 'doc-noteref',
			dataNote: id,
			id: times > 1 ? `${id}-call-${times}` : `${id}-call`,
			href: `#${id}`,
		};
		return { type: 'element', tagName: 'a', properties, children: [number] };
	}

	/** The notes that were called, struck out. */
	notes(marker: Marker): readonly Note[] {
		return [...this.#called.values()].map(({ id, note: { name, number, children } }) => ({
			id,
			name,
			number,
			children: readBlocks(children, marker.before)
				.flatMap((block) => markBlock(block, 'deleted', marker))
				.filter((node): node is Element => node.type === 'element'),
		}));
	}

	#idFor({ id }: Note): string {
		let free = `${id}-deleted`;
		while (this.#taken.has(free)) free += '-';
		this.#taken.add(free);
		return free;
	}
}

/** The notes of a piece with what changed in each, and those that are gone, in the order of their calls. */
export function markNotes(
	now: Piece,
	body: Piece['body'],
	pairs: NotePairs,
	gone: GoneNotes,
	marker: Marker,
): readonly Note[] {
	const marked = now.notes.map((note) => markNote(note, pairs.before.get(note.id), marker));
	const goneNotes = gone.notes(marker);
	if (goneNotes.length === 0)
		return marked.every((note, index) => note === now.notes[index]) ? now.notes : marked;
	const order = new Map<string, number>();
	visit(body, 'element', ({ properties: { dataNote } }) => {
		if (typeof dataNote === 'string' && !order.has(dataNote)) order.set(dataNote, order.size);
	});
	const place = ({ id }: Note) => order.get(id) ?? order.size;
	return [...marked, ...goneNotes].sort((one, other) => place(one) - place(other));
}

function markNote(note: Note, before: Note | undefined, marker: Marker): Note {
	const children = before
		? markBlocks(note.children, before.children, marker)
		: readBlocks(note.children, marker.now).flatMap((block) => markBlock(block, 'inserted', marker));
	if (children === note.children) return note;
	return { ...note, children: children.filter((node): node is Element => node.type === 'element') };
}

import type { Nodes } from 'hast';
import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, Page, PageTurn, PaginatedBook, TextPlace, Unit } from '../model/index.ts';
import { extentOf, objectNames } from './page-extent.ts';
import { bare } from './words.ts';

/**
 * Finds what each page of a book begins with in the trees of its units, to the character. Blank pages begin with
 * nothing and are left out. Where only some units have pages there is nothing to be found, which is said.
 */
export function findPageTurns(edition: Edition, book: PaginatedBook, report: Reporter): readonly PageTurn[] {
	if (book.units < edition.units.length) {
		const message = `The EPUB "${edition.id}" has no page list: this text was not broken into pages.`;
		report('epub-page-list-missing', message, edition.id);
		return [];
	}
	const pages = new Map<string, Page[]>();
	for (const page of book.pages) {
		if (page.unit === undefined) continue;
		const own = pages.get(page.unit) ?? [];
		own.push(page);
		pages.set(page.unit, own);
	}
	return edition.units.flatMap((unit) => turnsOf(unit, pages.get(unit.id) ?? []));
}

/** How much of a flow stands before a page. */
interface Count {
	readonly characters: number;
	/** Objects behind the last of the characters. */
	readonly objects: number;
}

function turnsOf(unit: Unit, pages: readonly Page[]): readonly PageTurn[] {
	const hasEndnotes = pages.every((page) => page.notes === '');
	const places = createPlaces(hasEndnotes ? unit : { ...unit, notes: [] });
	let before: Count = { characters: 0, objects: 0 };
	return pages.map((page): PageTurn => {
		const extent = extentOf(page.body);
		const place = places.next(before);
		before = {
			characters: before.characters + extent.characters,
			objects: extent.objects + (extent.characters === 0 ? before.objects : 0),
		};
		return { label: page.label, unit: unit.id, ...(place ? { place } : {}) };
	});
}

/** Something of a flow that has a place: the bare characters of a text, or an object. */
interface Piece extends Omit<TextPlace, 'offset'> {
	/** Missing for an object. */
	readonly text?: string;
}

/** Looks places up in a unit's flow, from front to back; notes go on from the body. */
function createPlaces(unit: Pick<Unit, 'body' | 'notes'>): {
	readonly next: (count: Count) => TextPlace | undefined;
} {
	const flow = piecesOf(unit);
	let piece = flow.next();
	let [characters, objects] = [0, 0];
	const next = (count: Count): TextPlace | undefined => {
		for (; !piece.done; piece = flow.next()) {
			const { text, ...at } = piece.value;
			const rest = count.characters - characters;
			if (text === undefined) {
				if (rest <= 0 && objects >= count.objects) return { ...at, offset: 0 };
				objects += 1;
				continue;
			}
			const length = bare(text).length;
			if (length > rest) return { ...at, offset: offsetOf(text, rest) };
			characters += length;
			if (length > 0) objects = 0;
		}
		return undefined;
	};
	return { next };
}

/** Index of the character of a text before which so many bare ones stand. */
function offsetOf(text: string, count: number): number {
	let left = count;
	for (let index = 0; index < text.length; index++) {
		const isCounted = bare(text[index] ?? '') !== '';
		if (isCounted && left === 0) return index;
		if (isCounted) left -= 1;
	}
	return text.length;
}

function* piecesOf({ body, notes }: Pick<Unit, 'body' | 'notes'>): Generator<Piece> {
	yield* walk(body, []);
	for (const [note, { number, children }] of notes.entries()) {
		// The number that is printed before a note is not in its tree: its place is where the note begins.
		yield { note, path: [], text: String(number) };
		for (const [index, child] of children.entries()) {
			for (const piece of walk(child, [index])) yield { note, ...piece };
		}
	}
}

function* walk(node: Nodes, path: readonly number[]): Generator<Piece> {
	if (node.type === 'text') yield { path, text: node.value };
	if (node.type === 'element' && objectNames.has(node.tagName)) yield { path };
	if (!('children' in node)) return;
	for (const [index, child] of node.children.entries()) yield* walk(child, [...path, index]);
}

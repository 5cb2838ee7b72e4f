import type { Nodes } from 'hast';
import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, Lang, Page, PageTurn, PaginatedBook, TextPlace, Unit } from '../model/index.ts';
import { extentOf, objectNames } from './page-extent.ts';
import { bare } from './words.ts';

/**
 * Finds what each page of a book begins with in the trees of its units, to the character. Blank pages begin with
 * nothing and are left out. Where only some units have pages there is nothing to be found, which is said.
 *
 * A text and its translation that run side by side may stand in one unit of the edition, paragraph by paragraph: then
 * each page is looked up in the text that it shows. A page that begins before the one in front of it there, because
 * its text is a little behind the other, begins where that one does: a list of pages follows the text.
 */
export function findPageTurns(edition: Edition, book: PaginatedBook, report: Reporter): readonly PageTurn[] {
	const units = new Map(edition.units.map((unit) => [unit.id, unit]));
	const all = book.pages.map((page) => ({ page, home: homeOf(page, units) }));
	const shown = new Set(all.map(({ home }) => home?.id));
	if (edition.units.some(({ id }) => !shown.has(id))) {
		const message = `The EPUB "${edition.id}" has no page list: this text was not broken into pages.`;
		report('epub-page-list-missing', message, edition.id);
		return [];
	}
	const pages = new Map<Unit, Page[]>();
	for (const { page, home } of all) {
		if (!home) continue;
		const own = pages.get(home) ?? [];
		own.push(page);
		pages.set(home, own);
	}
	return edition.units.flatMap((unit) => turnsOf(unit, pages.get(unit) ?? []));
}

/** The unit of an edition that holds what a page shows. */
function homeOf({ unit, group }: Page, units: ReadonlyMap<string, Unit>): Unit | undefined {
	return units.get(unit ?? '') ?? units.get(group ?? '');
}

/** How much of a flow stands before a page. */
interface Count {
	readonly characters: number;
	/** Objects behind the last of the characters. */
	readonly objects: number;
}

function turnsOf(unit: Unit, pages: readonly Page[]): readonly PageTurn[] {
	const texts = new Map<string, FlowReader>();
	const readerOf = (lang: Lang | undefined, hasNotes: boolean): FlowReader => {
		const known = texts.get(lang ?? '') ?? createFlowReader(unit, lang, hasNotes);
		texts.set(lang ?? '', known);
		return known;
	};
	const holdsBoth = pages.some(({ group }) => group !== undefined) && hasFlows(unit.body);
	const hasEndnotes = pages.every(({ notes, columns = [] }) =>
		[notes, ...columns.map((column) => column.notes)].every((text) => text === ''),
	);
	let latest: TextPlace | undefined;
	return pages.map((page): PageTurn => {
		const places = (page.columns ?? [page]).map(({ lang, body }) =>
			readerOf(holdsBoth ? lang : undefined, hasEndnotes && !holdsBoth).turn(body),
		);
		const [first] = places.filter((place) => place !== undefined).sort(comparePlaces);
		const place = first && latest && comparePlaces(first, latest) < 0 ? latest : first;
		latest = place ?? latest;
		return { label: page.label, unit: unit.id, ...(place ? { place } : {}) };
	});
}

function hasFlows(node: Nodes): boolean {
	if (node.type === 'element' && node.data?.flow !== undefined) return true;
	return 'children' in node && node.children.some(hasFlows);
}

/** Which of two places of a unit comes first; notes stand behind the body. */
function comparePlaces(a: TextPlace, b: TextPlace): number {
	const [notes, others] = [a, b].map(({ note = -1, path, offset }) => [note, ...path, offset]);
	for (const [index, step] of (notes ?? []).entries()) {
		const other = others?.[index];
		if (other === undefined) return 1;
		if (step !== other) return step - other;
	}
	return (notes?.length ?? 0) - (others?.length ?? 0);
}

/** Goes through a text of a unit page by page. */
interface FlowReader {
	/** Where in the trees the next page begins, of which this is the finished HTML. */
	readonly turn: (body: string) => TextPlace | undefined;
}

/** @param flow the language of the text, where the unit holds a text and its translation */
function createFlowReader(unit: Unit, flow: Lang | undefined, hasNotes: boolean): FlowReader {
	const places = createPlaces(hasNotes ? unit : { ...unit, notes: [] }, flow);
	let before: Count = { characters: 0, objects: 0 };
	return {
		turn: (body) => {
			const extent = extentOf(body);
			const place = places.next(before);
			before = {
				characters: before.characters + extent.characters,
				objects: extent.objects + (extent.characters === 0 ? before.objects : 0),
			};
			return place;
		},
	};
}

/** Something of a flow that has a place: the bare characters of a text, or an object. */
interface Piece extends Omit<TextPlace, 'offset'> {
	/** Missing for an object. */
	readonly text?: string;
}

/** Looks places up in a unit's flow, from front to back; notes go on from the body. */
function createPlaces(
	unit: Pick<Unit, 'body' | 'notes'>,
	lang: Lang | undefined,
): {
	readonly next: (count: Count) => TextPlace | undefined;
} {
	const flow = piecesOf(unit, lang);
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

function* piecesOf({ body, notes }: Pick<Unit, 'body' | 'notes'>, flow: Lang | undefined): Generator<Piece> {
	yield* walk(body, [], flow);
	for (const [note, { number, children }] of notes.entries()) {
		// The number that is printed before a note is not in its tree: its place is where the note begins.
		yield { note, path: [], text: String(number) };
		for (const [index, child] of children.entries()) {
			for (const piece of walk(child, [index], flow)) yield { note, ...piece };
		}
	}
}

/** All of a tree that has a place; where a flow is asked for, only what belongs to it. */
function* walk(node: Nodes, path: readonly number[], flow: Lang | undefined): Generator<Piece> {
	const own = node.type === 'element' ? node.data?.flow : undefined;
	if (flow !== undefined && own !== undefined && own !== flow) return;
	// Within its own text nothing is left out.
	const wanted = own === flow ? undefined : flow;
	if (wanted === undefined && node.type === 'text') yield { path, text: node.value };
	if (wanted === undefined && node.type === 'element' && objectNames.has(node.tagName)) yield { path };
	if (!('children' in node)) return;
	for (const [index, child] of node.children.entries()) yield* walk(child, [...path, index], wanted);
}

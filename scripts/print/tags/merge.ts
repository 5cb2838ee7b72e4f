import { asBlocks, type ColumnTags, isInline, isTag, type PageTags, type Tag, type TagKid } from './tag.ts';

/** A page of the book as the structure tree sees it. */
export interface TaggedSheet {
	/** Index in the book. */
	readonly sheet: number;
	/** From where its text was printed to where it lies, in pt. */
	readonly move: readonly [x: number, y: number];
	/** The unit that it belongs to. */
	readonly unit: string;
	readonly lang: string;
	readonly tags: PageTags;
	/** Number of the object of its first annotation. */
	readonly annotations: number;
}

/** An element of the book's structure tree: what several pages show of it is one. */
export interface Element extends Omit<Tag, 'kids' | 'continued' | 'continues'> {
	readonly kids: ElementKid[];
	/** It goes on beyond the pages that were seen so far. */
	isOpen: boolean;
}

export type ElementKid =
	| Element
	| { readonly sheet: number; readonly mcid: number }
	| { readonly sheet: number; readonly annotation: number };

/** What pages show of one text, in the order of its reading. */
interface Text {
	readonly section: Element;
	/** Those of the last page, which the next may go on from. */
	flow: readonly Element[];
	notes: readonly Element[];
}

/**
 * The elements of a book, a section for each unit, and for each of two columns: a text is read to its end before the
 * one beside it, on the facing page or the same. A paragraph, an item or a cell that a page break splits is one
 * element again: it is joined with the last of the page before, level by level. Notes stand behind the text of the
 * page that calls them.
 */
export function mergePages(sheets: readonly TaggedSheet[]): readonly Element[] {
	const texts = new Map<string, Text>();
	const add = (name: string, sheet: TaggedSheet, { lang = sheet.lang, flow, notes }: ColumnTags) => {
		const known = texts.get(name);
		const text: Text = known ?? {
			section: { type: 'Sect', lang, isOpen: false, kids: [] },
			flow: [],
			notes: [],
		};
		if (!known) texts.set(name, text);
		text.flow = goOn(text.flow, flow, sheet, text.section.kids);
		text.notes = goOn(text.notes, notes, sheet, text.section.kids);
	};
	for (const sheet of sheets) {
		const { columns = [], ...page } = sheet.tags;
		add(sheet.unit, sheet, page);
		columns.forEach((column, index) => void add(`${sheet.unit} ${index}`, sheet, column));
	}
	return [...texts.values()].map(({ section }) => section).filter(({ kids }) => kids.length > 0);
}

/**
 * Adds the elements of one page, the first to the last of an earlier one where it goes on from there.
 * @returns those of the page; where it has none, those of the earlier one
 */
function goOn(
	earlier: readonly Element[],
	tags: readonly Tag[],
	sheet: TaggedSheet,
	kids: ElementKid[],
): Element[] {
	const [first, ...others] = tags;
	if (!first) return [...earlier];
	const open = earlier.at(-1);
	if (!open || !goesOn(open, first)) {
		const all = tags.map((tag) => toElement(tag, sheet));
		kids.push(...all);
		return all;
	}
	append(open, first, sheet);
	const all = others.map((tag) => toElement(tag, sheet));
	kids.push(...all);
	return [open, ...all];
}

/** The first part of an element may be an empty box, which no page shows: then nothing before it is open. */
function goesOn(before: Element, { type, continued }: Tag): boolean {
	return continued === true && before.isOpen && before.type === type;
}

/** Adds what the next page shows of an element. */
function append(element: Element, tag: Tag, sheet: TaggedSheet): void {
	// The cells of a row go on side by side.
	const isRow = tag.type === 'TR' && !tag.isFlat;
	const kids = isRow ? tag.kids : joinLines(element, tag.kids);
	const before = isRow ? [...element.kids] : element.kids.slice(-1);
	for (const [index, kid] of kids.entries()) {
		const last = before[index];
		if (isTag(kid) && last && isElement(last) && goesOn(last, kid)) append(last, kid, sheet);
		// A cell that ended on the page before keeps its place.
		else if (isRow && last && isTag(kid) && kid.kids.length === 0) continue;
		else element.kids.push(toKid(kid, sheet));
	}
	element.isOpen = tag.continues === true;
}

/** Types that hold certain elements and no text. */
const withoutLines: ReadonlySet<string> = new Set(['L', 'LI', 'TOC', 'Table', 'TR']);

/**
 * Where a block stands beside the text of an element, the text is a line of its own, and goes on as one.
 * @returns what comes next, which begins with the rest of the line where one goes on
 */
function joinLines(element: Element, kids: readonly TagKid[]): readonly TagKid[] {
	if (withoutLines.has(element.type)) return kids;
	const hasBlocks = kids.some((kid) => !isInline(kid)) || element.kids.some(isBlock);
	if (!hasBlocks) return kids;
	const start = 1 + element.kids.findLastIndex(isBlock);
	const line = element.kids.splice(start);
	if (line.length > 0) element.kids.push({ type: 'P', isLine: true, isOpen: false, kids: line });
	const blocks = asBlocks(kids);
	const [last, first] = [element.kids.at(-1), blocks[0]];
	// The first paragraph of a note stands in the line of its number, and is one with it there.
	const isRest = first?.isLine || (element.type === 'Note' && first?.type === 'P' && first.continued);
	if (!(last && isElement(last) && last.isLine && first && isRest)) return blocks;
	last.isOpen = true;
	return [{ ...first, continued: true }, ...blocks.slice(1)];
}

function isBlock(kid: ElementKid): boolean {
	return isElement(kid) && !isInline({ type: kid.type, kids: [] });
}

function toElement({ kids, continued: _, continues, box, ...rest }: Tag, sheet: TaggedSheet): Element {
	return {
		...rest,
		isOpen: continues === true,
		...(box ? { box: moved(box, sheet.move) } : {}),
		kids: kids.map((kid) => toKid(kid, sheet)),
	};
}

function moved([left, lower, right, upper]: Box, [x, y]: TaggedSheet['move']): Box {
	return [left + x, lower + y, right + x, upper + y];
}

function toKid(kid: TagKid, sheet: TaggedSheet): ElementKid {
	if (typeof kid === 'number') return { sheet: sheet.sheet, mcid: kid };
	if (isTag(kid)) return toElement(kid, sheet);
	return { sheet: sheet.sheet, annotation: sheet.annotations + kid.link };
}

type Box = NonNullable<Tag['box']>;

export function isElement(kid: ElementKid): kid is Element {
	return 'type' in kid;
}

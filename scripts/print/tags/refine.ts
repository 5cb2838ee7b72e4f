import type { PDFRef } from '@cantoo/pdf-lib';
import { cellOf, flatCellOf, rowOf, tableOf } from './cells.ts';
import { entriesOf, itemOf, itemsOf, labelOf, termsOf } from './lists.ts';
import type { PageFacts } from './page-facts.ts';
import { type Detail, figureOf, pictureOf } from './pictures.ts';
import type { RawKid, RawTag } from './raw-tree.ts';
import { rubyOf } from './ruby.ts';
import {
	asBlocks,
	isInline,
	isTag,
	linesOrBlocks,
	type PageTags,
	splitsOf,
	type Tag,
	type TagKid,
} from './tag.ts';

export interface RefineContext {
	readonly facts: PageFacts;
	readonly details: readonly Detail[];
	/** Index of an annotation. */
	readonly linkOf: (annotation: PDFRef) => number | undefined;
}

/** Makes what stands for an element of what its own kids have become. */
type Maker = (raw: RawTag, kids: readonly TagKid[], context: RefineContext) => readonly TagKid[];

/** What the page's code says of an element. */
const byKind: Readonly<Record<string, Maker>> = {
	// They stand apart from the flow.
	notes: () => [],
	column: () => [],
	note: (raw, kids) => make('Note', raw, asBlocks(kids)),
	label: (raw, kids) => make('Lbl', raw, asLink(raw, kids)),
	ref: (raw, kids) => make('Reference', raw, asLink(raw, kids)),
	caption: (raw, kids) => make('Caption', raw, linesOrBlocks(kids)),
	image: (raw, _kids, { details }) => pictureOf(raw, 'Figure', details),
	formula: (raw, _kids, { details }) => pictureOf(raw, 'Formula', details),
	figure: (_raw, kids) => figureOf(kids),
	pre: (raw, kids) => make('P', raw, kids),
	line: (raw, kids) => (kids.every(isInline) ? make('P', raw, kids) : asBlocks(kids)),
	bare: (raw, kids) => itemOf(raw, kids, undefined),
	dl: (raw, kids) => make('L', raw, termsOf(raw, kids)),
	dt: (raw, kids) => make('Lbl', raw, kids),
	dd: (raw, kids) => make('LBody', raw, linesOrBlocks(kids)),
	table: (raw, kids) => make('Table', raw, tableOf(kids)),
	row: (raw, kids) => make('TR', raw, rowOf(raw, kids)).map((row) => ({ ...row, isFlat: true })),
	cell: (raw, kids) => [flatCellOf(raw, kids)],
	rowhead: (raw, kids) => [flatCellOf(raw, kids, 'Row')],
	colhead: (raw, kids) => [flatCellOf(raw, kids, 'Column')],
	ruby: (_raw, kids) => rubyOf(kids),
	rt: (raw, kids) => make('RT', raw, kids),
	toc: (raw, kids) => make('TOC', raw, entriesOf(kids)),
	inserted: (raw, kids) => decorate(make('Span', raw, kids), 'Underline'),
	deleted: (raw, kids) => decorate(make('Span', raw, kids), 'LineThrough'),
};

const sameInPdf: Maker = (raw, kids) => make(raw.type, raw, kids);

/** What the browser says of it, where that is more than a box. */
const byType: Readonly<Record<string, Maker>> = {
	P: (raw, kids) => (kids.every(isInline) ? make('P', raw, kids) : asBlocks(kids)),
	H1: sameInPdf,
	H2: sameInPdf,
	H3: sameInPdf,
	H4: sameInPdf,
	H5: sameInPdf,
	H6: sameInPdf,
	Em: sameInPdf,
	Strong: sameInPdf,
	Code: sameInPdf,
	Caption: (raw, kids) => make('Caption', raw, linesOrBlocks(kids)),
	BlockQuote: (raw, kids) => make('BlockQuote', raw, asBlocks(kids)),
	L: (raw, kids) => make('L', raw, itemsOf(kids)),
	LI: (raw, kids, { facts }) => itemOf(raw, kids, labelOf(raw, kids, facts)),
	Table: (raw, kids) => make('Table', raw, tableOf(kids)),
	TR: (raw, kids) => make('TR', raw, rowOf(raw, kids)),
	TH: (raw, kids) => [cellOf(raw, kids)],
	TD: (raw, kids) => [cellOf(raw, kids)],
	Figure: (raw, _kids, { details }) => pictureOf(raw, 'Figure', details),
	Link: (raw, kids) => make('Link', raw, onceEach(kids)),
};

/** Makes of the browser's boxes the elements that PDF/UA-1 asks for (ISO 14289-1, 7), and drops empty ones. */
export function refinePage(page: RawTag, context: RefineContext): PageTags {
	const columns = page.kids.flatMap((kid) => findBoxes(kid, 'column'));
	const own = refineText(page, page.mark.lang, context);
	if (columns.length === 0) return own;
	return {
		...own,
		columns: columns.map((column) => {
			const lang = column.mark.lang ?? page.mark.lang;
			return { ...(lang === undefined ? {} : { lang }), ...refineText(column, lang, context) };
		}),
	};
}

function refineText({ kids }: RawTag, lang: string | undefined, context: RefineContext): PageTags {
	const all = (some: readonly RawKid[]) =>
		asBlocks(some.flatMap((kid) => refine(kid, lang, context))).map((tag) => withLang(tag, lang));
	const notes = kids.flatMap((kid) => findBoxes(kid, 'notes'));
	return { flow: all(kids), notes: all(notes.flatMap((box) => box.kids)) };
}

/** Boxes of a kind, which stand at any depth below the page; what lies in a column is for that column. */
function findBoxes(kid: RawKid, kind: 'notes' | 'column'): readonly RawTag[] {
	if (!('type' in kid)) return [];
	if (kid.mark.kind === kind) return [kid];
	return kid.mark.kind === 'column' ? [] : kid.kids.flatMap((one) => findBoxes(one, kind));
}

function refine(kid: RawKid, lang: string | undefined, context: RefineContext): readonly TagKid[] {
	if ('mcid' in kid) {
		const { speaks, blanksAfter } = context.facts;
		return speaks(kid.mcid) ? [kid.mcid, ...blanksAfter(kid.mcid)] : [];
	}
	if ('annotation' in kid) {
		const link = context.linkOf(kid.annotation);
		return link === undefined ? [] : [{ link }];
	}
	const own = kid.mark.lang ?? lang;
	const made = refineTag(
		kid,
		kid.kids.flatMap((one) => refine(one, own, context)),
		context,
	);
	if (own === lang) return made;
	// The language of a box without an element of its own goes to what it holds.
	return made.map((one): TagKid => {
		if (isTag(one)) return withLang(one, own);
		return { type: 'Span', ...(own === undefined ? {} : { lang: own }), kids: [one] };
	});
}

const refineTag: Maker = (raw, kids, context) => {
	const { type, mark } = raw;
	const marked = mark.kind === undefined ? undefined : byKind[mark.kind];
	if (marked) return marked(raw, kids, context);
	// A link that the browser calls otherwise, such as one to a note.
	if (type !== 'Link' && hasAnnotation(raw)) return asLink(raw, kids);
	return byType[type]?.(raw, kids, context) ?? kids;
};

function make(type: string, { mark }: RawTag, kids: readonly TagKid[]): readonly Tag[] {
	return kids.length === 0 ? [] : [{ type, ...splitsOf(mark), kids }];
}

/** Says how it is drawn, which is all that a PDF can say of a change in its text (14.8.5.4.4). */
function decorate(tags: readonly Tag[], decoration: NonNullable<Tag['decoration']>): readonly Tag[] {
	return tags.map((tag) => ({ ...tag, decoration }));
}

function hasAnnotation({ kids }: RawTag): boolean {
	return kids.some((kid) => 'annotation' in kid);
}

/** Its own tag is a link, or one lies in it. */
function asLink(raw: RawTag, kids: readonly TagKid[]): readonly TagKid[] {
	return hasAnnotation(raw) && kids.length > 0 ? [{ type: 'Link', kids: onceEach(kids) }] : kids;
}

/** Boxes of one line that were joined lead to one annotation. */
function onceEach(kids: readonly TagKid[]): readonly TagKid[] {
	const seen = new Set<number>();
	return kids.filter((kid) => {
		if (typeof kid === 'number' || isTag(kid)) return true;
		const isNew = !seen.has(kid.link);
		seen.add(kid.link);
		return isNew;
	});
}

/** Says a language where none is said. */
function withLang(tag: Tag, lang: string | undefined): Tag {
	return tag.lang !== undefined || lang === undefined ? tag : { ...tag, lang };
}

import type { PDFRef } from '@cantoo/pdf-lib';
import type { PageFacts } from './page-facts.ts';
import type { RawKid, RawTag } from './raw-tree.ts';
import {
	asBlocks,
	isInline,
	isTag,
	linesOrBlocks,
	type PageTags,
	type TableAttributes,
	type Tag,
	type TagKid,
} from './tag.ts';

/** What is known of a picture or a formula apart from the tree. */
export interface Detail {
	readonly alt: string;
	/** Left, lower, right and upper edge, in pt. */
	readonly box: readonly [number, number, number, number];
}

export interface RefineContext {
	readonly facts: PageFacts;
	readonly details: readonly Detail[];
	/** Index of an annotation. */
	readonly linkOf: (annotation: PDFRef) => number | undefined;
}

/** Types that are kept as the browser names them; the rest of its own is only boxes. */
const kept: ReadonlySet<string> = new Set([
	'P',
	'H1',
	'H2',
	'H3',
	'H4',
	'H5',
	'H6',
	'Em',
	'Strong',
	'Code',
	'Caption',
	'TR',
	'TH',
	'TD',
	'L',
	'LI',
	'Table',
	'BlockQuote',
	'Figure',
	'Link',
]);

/** Makes of the browser's boxes the elements that PDF/UA-1 asks for (ISO 14289-1, 7), and drops empty ones. */
export function refinePage(page: RawTag, context: RefineContext): PageTags {
	const lang = page.mark.lang;
	const notes = page.kids.flatMap((kid) => findNotes(kid));
	const flow = page.kids.flatMap((kid) => refine(kid, lang, context));
	const below = notes.flatMap((box) => box.kids.flatMap((kid) => refine(kid, lang, context)));
	const say = (tags: readonly Tag[]) => tags.map((tag) => withLang(tag, lang));
	return { flow: say(asBlocks(flow)), notes: say(asBlocks(below)) };
}

/** The boxes of notes, which stand at any depth below the page. */
function findNotes(kid: RawKid): readonly RawTag[] {
	if (!('type' in kid)) return [];
	return kid.mark.kind === 'notes' ? [kid] : kid.kids.flatMap(findNotes);
}

function refine(kid: RawKid, lang: string | undefined, context: RefineContext): readonly TagKid[] {
	if ('mcid' in kid) return refineContent(kid.mcid, context);
	if ('annotation' in kid) {
		const link = context.linkOf(kid.annotation);
		return link === undefined ? [] : [{ link }];
	}
	const own = kid.mark.lang ?? lang;
	const made = refineTag(kid, own, context);
	if (own === lang) return made;
	// The language of a box without an element of its own goes to what it holds.
	return made.map((one) =>
		isTag(one) ? withLang(one, own) : ({ type: 'Span', lang: own, kids: [one] } as Tag),
	);
}

function refineTag(raw: RawTag, lang: string | undefined, context: RefineContext): readonly TagKid[] {
	const { type, mark } = raw;
	const inside = () => raw.kids.flatMap((kid) => refine(kid, lang, context));
	const make = (name: string, kids: readonly TagKid[], rest: Partial<Tag> = {}): readonly Tag[] => {
		if (kids.length === 0) return [];
		return [{ type: name, ...rest, ...(mark.continued ? { continued: true } : {}), kids }];
	};
	switch (mark.kind) {
		case 'notes':
			return [];
		case 'note':
			return make('Note', asBlocks(inside()));
		case 'label':
			return make('Lbl', asLink(raw, inside()));
		case 'ref':
			return make('Reference', asLink(raw, inside()));
		case 'caption':
			return make('Caption', linesOrBlocks(inside()));
		case 'image':
		case 'formula':
			return refinePicture(raw, context);
		case 'figure':
			return refineFigure(inside());
		case 'pre':
			return make('P', inside());
		case 'dl':
			return make('L', asItems(inside()));
		case 'dt':
			return make('Lbl', inside());
		case 'dd':
			return make('LBody', linesOrBlocks(inside()));
		case 'toc':
			return make('TOC', inside().flatMap(asEntry));
	}
	// A link that the browser calls otherwise, such as one to a note.
	if (type !== 'Link' && raw.kids.some((kid) => 'annotation' in kid)) return asLink(raw, inside());
	if (!kept.has(type)) return inside();
	switch (type) {
		case 'L':
			return make('L', asItems(inside()));
		case 'LI':
			return refineItem(raw, lang, context);
		case 'Table':
			return make('Table', asRows(inside()));
		case 'TR':
			return make(
				'TR',
				inside().filter((kid) => isTag(kid) && (kid.type === 'TH' || kid.type === 'TD')),
			);
		case 'TH':
		case 'TD': {
			const table = tableAttributes(raw);
			// An empty cell keeps its place.
			return [
				{
					type,
					...(table ? { table } : {}),
					...(mark.continued ? { continued: true } : {}),
					kids: linesOrBlocks(inside()),
				} as Tag,
			];
		}
		case 'BlockQuote':
			return make('BlockQuote', asBlocks(inside()));
		case 'Figure':
			return refinePicture(raw, context);
		case 'P':
			// A block in a paragraph is none of it: a picture alone, a table in a note.
			return asParagraph(inside(), make);
		case 'Link':
			return make('Link', onceEach(inside()));
		default:
			return make(type, inside());
	}
}

function asParagraph(
	kids: readonly TagKid[],
	make: (name: string, kids: readonly TagKid[]) => readonly Tag[],
): readonly Tag[] {
	return kids.every(isInline) ? make('P', kids) : asBlocks(kids);
}

function refineContent(mcid: number, { facts }: RefineContext): readonly TagKid[] {
	return facts.speaks(mcid) ? [mcid, ...facts.blanksAfter(mcid)] : [];
}

/** Its own tag is a link, or one lies in it. */
function asLink(raw: RawTag, kids: readonly TagKid[]): readonly TagKid[] {
	if (!raw.kids.some((kid) => 'annotation' in kid) || kids.length === 0) return kids;
	return [{ type: 'Link', kids: onceEach(kids) }];
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

/** An item of a list is a label and a body (14.8.4.3.3). */
function refineItem(raw: RawTag, lang: string | undefined, context: RefineContext): readonly TagKid[] {
	const kids = raw.kids.flatMap((kid) => refine(kid, lang, context));
	const first = firstContent(kids);
	const label = raw.mark.continued || first === undefined ? undefined : context.facts.labelBefore(first);
	const lbl: readonly Tag[] = label
		? [{ type: 'Lbl', ...(label.text === undefined ? {} : { actualText: label.text }), kids: [label.mcid] }]
		: [];
	if (kids.length === 0 && lbl.length === 0) return [];
	const more = raw.mark.continued ? { continued: true as const } : {};
	return [{ type: 'LI', ...more, kids: [...lbl, { type: 'LBody', ...more, kids: linesOrBlocks(kids) }] }];
}

function firstContent(kids: readonly TagKid[]): number | undefined {
	for (const kid of kids) {
		if (typeof kid === 'number') return kid;
		const found = isTag(kid) ? firstContent(kid.kids) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A list holds items and a caption alone; terms and what they mean go together. */
function asItems(kids: readonly TagKid[]): readonly Tag[] {
	const items: Tag[] = [];
	for (const kid of kids) {
		const last = items.at(-1);
		if (isTag(kid) && (kid.type === 'LI' || kid.type === 'Caption')) items.push(kid);
		else if (isTag(kid) && kid.type === 'LBody' && last?.kids.at(-1) !== undefined && isOpenItem(last)) {
			items[items.length - 1] = { ...last, kids: [...last.kids, kid] };
		} else if (isTag(kid) && (kid.type === 'Lbl' || kid.type === 'LBody'))
			items.push({ type: 'LI', kids: [kid] });
		else items.push({ type: 'LI', kids: [{ type: 'LBody', kids: linesOrBlocks([kid]) }] });
	}
	return items;
}

function isOpenItem({ type, kids }: Tag): boolean {
	return type === 'LI' && kids.every((kid) => isTag(kid) && (kid.type === 'Lbl' || kid.type === 'LBody'));
}

/** An item of the contents (14.8.4.3.4). */
function asEntry(kid: TagKid): readonly Tag[] {
	if (!isTag(kid)) return [{ type: 'TOCI', kids: [{ type: 'P', kids: [kid] }] }];
	if (kid.type !== 'LI') return [{ type: 'TOCI', kids: [kid] }];
	const body = kid.kids.flatMap((one): readonly TagKid[] =>
		isTag(one) && one.type === 'LBody' ? asBlocks(one.kids) : [one],
	);
	return [{ ...kid, type: 'TOCI', kids: asBlocks(body) }];
}

/** A table holds a caption and rows alone; the caption comes first or last (14.8.4.3.4). */
function asRows(kids: readonly TagKid[]): readonly Tag[] {
	const tags = kids.filter(isTag);
	return [...tags.filter(({ type }) => type === 'Caption'), ...tags.filter(({ type }) => type === 'TR')];
}

function tableAttributes({ attributes }: RawTag): TableAttributes | undefined {
	const { Scope, RowSpan, ColSpan } = attributes;
	const made: TableAttributes = {
		...(Scope === 'Row' || Scope === 'Column' || Scope === 'Both' ? { scope: Scope } : {}),
		...(typeof RowSpan === 'number' && RowSpan > 1 ? { rowSpan: RowSpan } : {}),
		...(typeof ColSpan === 'number' && ColSpan > 1 ? { colSpan: ColSpan } : {}),
	};
	return Object.keys(made).length > 0 ? made : undefined;
}

/** A picture owns all that is drawn of it, and says in words what it shows (ISO 14289-1, 7.3 and 7.7). */
function refinePicture(raw: RawTag, { details }: RefineContext): readonly TagKid[] {
	const content = contentOf(raw);
	if (content.length === 0) return [];
	const detail = raw.mark.index === undefined ? undefined : details[raw.mark.index];
	const alt = detail?.alt || raw.alt;
	const type = raw.mark.kind === 'formula' ? 'Formula' : 'Figure';
	return [{ type, ...(alt ? { alt } : {}), ...(detail ? { box: detail.box } : {}), kids: content }];
}

function contentOf(raw: RawTag): readonly number[] {
	return raw.kids.flatMap((kid) => ('mcid' in kid ? [kid.mcid] : 'type' in kid ? contentOf(kid) : []));
}

/** A picture with its caption is one figure; several under one caption stay apart. */
function refineFigure(kids: readonly TagKid[]): readonly TagKid[] {
	const captions = kids.filter((kid) => isTag(kid) && kid.type === 'Caption');
	const others = asBlocks(kids.filter((kid) => !captions.includes(kid)));
	const [only] = others;
	if (others.length === 1 && only?.type === 'Figure') return [{ ...only, kids: [...only.kids, ...captions] }];
	return [...others, ...captions.map((caption) => ({ ...(caption as Tag), type: 'P' }))];
}

/** Says a language where none is said. */
function withLang(tag: Tag, lang: string | undefined): Tag {
	return tag.lang !== undefined || lang === undefined ? tag : { ...tag, lang };
}

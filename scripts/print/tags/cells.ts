import type { RawTag } from './raw-tree.ts';
import { isTag, linesOrBlocks, splitsOf, type TableAttributes, type Tag, type TagKid } from './tag.ts';

/** A table holds a caption and rows alone; the caption comes first (ISO 32000-1, 14.8.4.3.4). */
export function tableOf(kids: readonly TagKid[]): readonly Tag[] {
	const tags = kids.filter(isTag);
	const all = (type: string) => tags.filter((tag) => tag.type === type);
	return [...all('Caption'), ...all('TR')];
}

export function rowOf(kids: readonly TagKid[]): readonly Tag[] {
	return kids.filter(isTag).filter(({ type }) => type === 'TH' || type === 'TD');
}

/** A cell, which keeps its place even where it is empty. */
export function cellOf(raw: RawTag, kids: readonly TagKid[]): Tag {
	const table = attributesOf(raw);
	return {
		type: raw.type,
		...(table ? { table } : {}),
		...splitsOf(raw.mark),
		kids: linesOrBlocks(kids),
	};
}

/** Every head says what it is the head of, so no cell need name its heads (ISO 14289-1, 7.5). */
function attributesOf({ type, attributes }: RawTag): TableAttributes | undefined {
	const { Scope, RowSpan, ColSpan } = attributes;
	const isKnown = Scope === 'Row' || Scope === 'Column' || Scope === 'Both';
	const made: TableAttributes = {
		...(type === 'TH' ? { scope: isKnown ? Scope : 'Column' } : {}),
		...(typeof RowSpan === 'number' && RowSpan > 1 ? { rowSpan: RowSpan } : {}),
		...(typeof ColSpan === 'number' && ColSpan > 1 ? { colSpan: ColSpan } : {}),
	};
	return Object.keys(made).length > 0 ? made : undefined;
}

/** A cell of a table that was laid out as blocks. */
export function flatCellOf({ mark }: RawTag, kids: readonly TagKid[], scope?: 'Row' | 'Column'): Tag {
	const { columns: colSpan, rows: rowSpan } = mark;
	const table: TableAttributes = {
		...(scope ? { scope } : {}),
		...(rowSpan ? { rowSpan } : {}),
		...(colSpan ? { colSpan } : {}),
	};
	return {
		type: scope ? 'TH' : 'TD',
		...(Object.keys(table).length > 0 ? { table } : {}),
		...splitsOf(mark),
		kids: linesOrBlocks(kids),
	};
}

/** Its cells on this page; the browser leaves out those without text. */
export function flatRowOf(raw: RawTag, kids: readonly TagKid[]): readonly Tag[] {
	const cells = rowOf(kids);
	const places = raw.kids.flatMap((kid) => ('type' in kid ? [kid.mark.index ?? 0] : []));
	const count = Math.max(raw.mark.index ?? 0, ...places.map((place) => place + 1));
	return Array.from(
		{ length: count },
		(_, place): Tag => cells[places.indexOf(place)] ?? { type: 'TD', kids: [] },
	);
}

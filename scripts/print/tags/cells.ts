import type { RawTag } from './raw-tree.ts';
import { isTag, linesOrBlocks, splitsOf, type TableAttributes, type Tag, type TagKid } from './tag.ts';

/** A table holds a caption and rows alone; the caption comes first (ISO 32000-1, 14.8.4.3.4). */
export function tableOf(kids: readonly TagKid[]): readonly Tag[] {
	const tags = kids.filter(isTag);
	const all = (type: string) => tags.filter((tag) => tag.type === type);
	return [...all('Caption'), ...all('TR')];
}

/** The cells of a row; the browser leaves out those without anything in them. */
export function rowOf({ mark }: RawTag, kids: readonly TagKid[]): readonly Tag[] {
	const cells = kids.filter(isTag).filter(({ type }) => type === 'TH' || type === 'TD');
	const { empty = [], index: count } = mark;
	if (cells.length + empty.length !== count) return cells;
	const all = [...cells];
	for (const { place, columns, rows } of empty) {
		const table = spansOf(columns, rows);
		all.splice(place, 0, { type: 'TD', ...(hasEntries(table) ? { table } : {}), kids: [] });
	}
	return all;
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
		...spansOf(Number(ColSpan ?? 1), Number(RowSpan ?? 1)),
	};
	return hasEntries(made) ? made : undefined;
}

/** A cell of a table that was laid out as blocks. */
export function flatCellOf({ mark }: RawTag, kids: readonly TagKid[], scope?: 'Row' | 'Column'): Tag {
	const table: TableAttributes = { ...(scope ? { scope } : {}), ...spansOf(mark.columns, mark.rows) };
	return {
		type: scope ? 'TH' : 'TD',
		...(hasEntries(table) ? { table } : {}),
		...splitsOf(mark),
		kids: linesOrBlocks(kids),
	};
}

function spansOf(colSpan = 1, rowSpan = 1): TableAttributes {
	return { ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) };
}

function hasEntries(table: TableAttributes): boolean {
	return Object.keys(table).length > 0;
}

import type { Element, ElementContent } from 'hast';
import { alignBlocks } from './align.ts';
import { type Block, type BoxBlock, joinWords } from './blocks.ts';
import { markBlock, markPair } from './mark-blocks.ts';
import type { Marker } from './marker.ts';

/** A column by its index now and before; missing where it came or is gone. */
interface Column {
	readonly now?: number;
	readonly before?: number;
}

/** How two tables lie on each other. */
interface Fit {
	readonly columns: readonly Column[];
	/** Rows are what they were by their places, and not by what they say: cells reach over several of them. */
	readonly isRigid: boolean;
}

/**
 * A table with what changed in its cells, with rows and columns that came and those that are gone. Nothing comes back
 * where the two do not lie on each other: then the one is gone, and the other came.
 */
export function markTable(now: BoxBlock, before: BoxBlock, marker: Marker): Element | undefined {
	const fit = findFit(now, before);
	if (!fit) return undefined;
	const [sections, oldSections] = [sectionsOf(now), sectionsOf(before)];
	const children: ElementContent[] = [];
	const [caption, oldCaption] = [captionOf(now), captionOf(before)];
	if (caption && oldCaption) children.push(...markPair(caption, oldCaption, marker));
	else if (caption) children.push(...markBlock(caption, 'inserted', marker));
	else if (oldCaption) children.push(...markBlock(oldCaption, 'deleted', marker));
	for (const [index, section] of sections.entries()) {
		const old = oldSections[index];
		if (!old) return undefined;
		const rows = pairRows(section, old, fit).flatMap(([row, oldRow]) => markRow(row, oldRow, fit, marker));
		children.push({ ...section.element, children: rows });
	}
	return { ...now.element, children };
}

function captionOf({ blocks }: BoxBlock): Block | undefined {
	return blocks.find(({ element }) => element?.tagName === 'caption');
}

function sectionsOf({ blocks }: BoxBlock): readonly BoxBlock[] {
	return blocks.filter((block) => block.kind === 'box');
}

function rowsOf(table: BoxBlock): readonly BoxBlock[] {
	return sectionsOf(table).flatMap(sectionsOf);
}

function findFit(now: BoxBlock, before: BoxBlock): Fit | undefined {
	const [sections, oldSections] = [now, before].map((table) =>
		sectionsOf(table)
			.map(({ element }) => element.tagName)
			.join(),
	);
	if (sections !== oldSections) return undefined;
	const tables = [now, before].map(rowsOf);
	const [widths = [], oldWidths = []] = tables.map((rows) => rows.map(({ blocks }) => blocks.length));
	if (tables.flat().some(hasSpans)) {
		const isRigid = widths.join() === oldWidths.join();
		return isRigid ? { columns: inPlace(Math.max(0, ...widths)), isRigid } : undefined;
	}
	const [width = 0, ...others] = new Set(widths);
	const [oldWidth = 0, ...oldOthers] = new Set(oldWidths);
	if (others.length + oldOthers.length > 0) return undefined;
	if (width === oldWidth) return { columns: inPlace(width), isRigid: false };
	return { columns: alignColumns(now, before, width, oldWidth), isRigid: false };
}

function hasSpans({ blocks }: BoxBlock): boolean {
	return blocks.some(({ element }) => {
		const { colSpan = 1, rowSpan = 1 } = element?.properties ?? {};
		return Number(colSpan) > 1 || Number(rowSpan) > 1;
	});
}

function inPlace(width: number): readonly Column[] {
	return Array.from({ length: width }, (_, index) => ({ now: index, before: index }));
}

function alignColumns(now: BoxBlock, before: BoxBlock, width: number, oldWidth: number): readonly Column[] {
	const [columns, oldColumns] = [columnsOf(now, width), columnsOf(before, oldWidth)];
	return alignBlocks(oldColumns, columns).map((row): Column => {
		const [one, other] = [row.now[0], row.before[0]];
		return {
			...(one ? { now: columns.indexOf(one) } : {}),
			...(other ? { before: oldColumns.indexOf(other) } : {}),
		};
	});
}

/** The columns of a table as blocks that can be compared. */
function columnsOf(table: BoxBlock, width: number): readonly Block[] {
	const rows = rowsOf(table);
	const element: Element = { type: 'element', tagName: 'col', properties: {}, children: [] };
	return Array.from({ length: width }, (_, index) => {
		const blocks = rows.flatMap((row) => row.blocks[index] ?? []);
		const key = blocks.map((cell) => cell.key).join('|');
		return { kind: 'box', key, element, blocks, words: () => joinWords(blocks) };
	});
}

type Pair = readonly [now: BoxBlock | undefined, before: BoxBlock | undefined];

function pairRows(section: BoxBlock, old: BoxBlock, { isRigid }: Fit): readonly Pair[] {
	const [rows, oldRows] = [sectionsOf(section), sectionsOf(old)];
	if (isRigid) return rows.map((row, index) => [row, oldRows[index]]);
	return alignBlocks(oldRows, rows).map(({ now, before }): Pair => {
		const [row, oldRow] = [now[0], before[0]];
		return [row?.kind === 'box' ? row : undefined, oldRow?.kind === 'box' ? oldRow : undefined];
	});
}

function markRow(
	row: BoxBlock | undefined,
	old: BoxBlock | undefined,
	{ columns }: Fit,
	marker: Marker,
): readonly Element[] {
	const from = row?.element ?? old?.element;
	if (!from) return [];
	const { id: _, ...properties } = from.properties;
	const shell = row ? from : { ...from, properties };
	const cells = columns.flatMap(({ now, before }): readonly ElementContent[] => {
		const cell = now === undefined ? undefined : row?.blocks[now];
		const oldCell = before === undefined ? undefined : old?.blocks[before];
		if (cell && oldCell) return markPair(cell, oldCell, marker);
		if (cell) return markBlock(cell, 'inserted', marker);
		if (oldCell) return markBlock(oldCell, 'deleted', marker);
		// A column that only the rows of the other version have.
		return row && old ? [] : [emptyCell(from)];
	});
	return [{ ...shell, children: cells }];
}

function emptyCell({ properties: { lang } }: Element): Element {
	return { type: 'element', tagName: 'td', properties: lang === undefined ? {} : { lang }, children: [] };
}

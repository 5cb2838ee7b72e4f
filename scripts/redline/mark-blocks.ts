import type { Element, ElementContent, RootContent } from 'hast';
import { alignBlocks, type Row } from './align.ts';
import { type Block, type BoxBlock, readBlocks } from './blocks.ts';
import { markLine, markLines, markWhole } from './mark-line.ts';
import { markTable } from './mark-table.ts';
import { bare, changed, withClass } from './marked.ts';
import type { Mark, Marker } from './marker.ts';

/**
 * The blocks of a text with what changed in it: blocks that came and blocks that are gone marked as wholes, those in
 * their places where they stood, words in all others. What did not change is the very same object, the list too.
 */
export function markBlocks<T extends RootContent>(
	now: readonly T[],
	before: readonly RootContent[],
	marker: Marker,
): readonly (T | ElementContent)[] {
	const rows = alignBlocks(readBlocks(before, marker.before), readBlocks(now, marker.now));
	return rows.every(isSame) ? now : rows.flatMap((row) => markRow(row, marker));
}

function isSame({ before, now }: Row): boolean {
	const [[one, ...furtherBefore], [other, ...furtherNow]] = [before, now];
	return furtherBefore.length + furtherNow.length === 0 && one?.key === other?.key;
}

function markRow(row: Row, marker: Marker): readonly ElementContent[] {
	const { before, now } = row;
	if (isSame(row)) return now.flatMap(nodesOf);
	if (before.length === 0) return now.flatMap((block) => markBlock(block, 'inserted', marker));
	if (now.length === 0) return before.flatMap((block) => markBlock(block, 'deleted', marker));
	const [one, other] = [before[0], now[0]];
	if (one && other && before.length + now.length === 2) return markPair(other, one, marker);
	const lines = markLines(now.map(lineOf), before.map(lineOf), marker);
	return now.flatMap((block, index) => withContent(block, lines[index] ?? []));
}

/** A block as it stands in its tree. */
function nodesOf(block: Block): readonly ElementContent[] {
	return block.kind === 'text' && !block.element ? block.line : block.element ? [block.element] : [];
}

function lineOf(block: Block): readonly ElementContent[] {
	return block.kind === 'text' ? block.line : [];
}

function withContent({ element }: Block, content: readonly ElementContent[]): readonly ElementContent[] {
	return element ? [{ ...element, children: [...content] }] : content;
}

/** A block that was another one before. */
export function markPair(now: Block, before: Block, marker: Marker): readonly ElementContent[] {
	if (now.key === before.key) return nodesOf(now);
	if (now.kind === 'text' && before.kind === 'text')
		return withContent(now, markLine(now.line, before.line, marker));
	if (now.kind !== 'box' || before.kind !== 'box') return nodesOf(now);
	if (now.element.tagName === 'table') {
		const table = markTable(now, before, marker);
		if (table) return [table];
		return [...markBlock(before, 'deleted', marker), ...markBlock(now, 'inserted', marker)];
	}
	return [markBox(now, before, marker)];
}

function markBox(now: BoxBlock, before: BoxBlock, marker: Marker): Element {
	const children = alignBlocks(before.blocks, now.blocks).flatMap((row) => markRow(row, marker));
	return {
		...now.element,
		children: now.element.tagName === 'ol' ? numbered(children, now.element) : children,
	};
}

/** Items of a list with what each counts: those that are gone count nothing. */
function numbered(children: readonly ElementContent[], list: Element): ElementContent[] {
	let next = Number(list.properties.start ?? 1);
	let isBehindGone = false;
	return children.map((child) => {
		if (child.type !== 'element' || child.tagName !== 'li') return child;
		if (isGone(child)) {
			isBehindGone = true;
			return child;
		}
		const value = Number(child.properties.value ?? next);
		next = value + 1;
		if (!isBehindGone) return child;
		isBehindGone = false;
		return { ...child, properties: { ...child.properties, value: String(value) } };
	});
}

/** Class of a block that is gone. */
const gone = 'deleted-block';

function isGone({ properties: { className } }: Element): boolean {
	return Array.isArray(className) && className.includes(gone);
}

/** A block that came, or is gone, as a whole. */
export function markBlock(block: Block, mark: Mark, marker: Marker): readonly ElementContent[] {
	const marked = markInside(block, mark, marker);
	if (mark === 'inserted') return marked;
	return marked.map((node) =>
		node.type === 'element' && block.element
			? { ...node, properties: withClass(node.properties, gone) }
			: node,
	);
}

function markInside(block: Block, mark: Mark, marker: Marker): readonly ElementContent[] {
	if (block.kind === 'text' && !block.element) return markWhole(block.line, mark, marker);
	const { element } = block;
	if (!element) return [];
	const shell = mark === 'deleted' ? goneShell(element) : element;
	if (block.kind === 'rule') return [{ ...shell, properties: withClass(shell.properties, changed, mark) }];
	const children =
		block.kind === 'text'
			? markWhole(block.line, mark, marker)
			: block.blocks.flatMap((inner) => markInside(inner, mark, marker));
	return [{ ...shell, children }];
}

/** The element of a block that is gone. A heading is none any more: it would tear up the order of their levels. */
function goneShell(element: Element): Element {
	const shell = bare({ ...element, children: [] });
	if (!/^h[1-6]$/.test(element.tagName)) return shell;
	return { ...shell, tagName: 'p', properties: withClass(shell.properties, 'deleted-heading', 'sans') };
}

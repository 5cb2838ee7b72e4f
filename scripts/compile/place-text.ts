import type { Element, Parents, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import type { Position } from './positions.ts';

/** Gives every text node that shows something a place: code and what autolinks cut up come without one. */
export function rehypePlaceText() {
	return (tree: Root, file: VFile): void => place(tree, undefined, String(file));
}

function place(parent: Parents, around: Position | undefined, source: string): void {
	const position = parent.position ?? around;
	let offset = position?.start.offset ?? 0;
	for (const child of parent.children) {
		if (child.type === 'text') {
			if (!child.position || isCode(parent)) placeOne(child, position, offset, source, parent);
		} else if (child.type === 'element') {
			if (!child.position && position) child.position = position;
			place(child, position, source);
		}
		offset = child.position?.end.offset ?? offset;
	}
}

function placeOne(
	text: Text,
	around: Position | undefined,
	from: number,
	source: string,
	parent: Parents,
): void {
	if (!around || text.value.trim() === '') return;
	text.position = { ...around };
	const end = around.end.offset;
	const start = around.start.offset;
	if (start === undefined || end === undefined || source === '') return;
	// The info string of a fence may hold the code's first words.
	const isBlock = isCode(parent) && source.slice(start, end).includes('\n');
	const fence = isBlock && /^(`{3}|~{3})/.test(source.slice(start, start + 3));
	const firstLine = text.value.split('\n').find((line) => line.trim() !== '') ?? '';
	const leading = text.value.indexOf(firstLine);
	const found = source.indexOf(firstLine, fence ? source.indexOf('\n', start) + 1 : Math.max(from, start));
	if (found < 0 || found + firstLine.length > end) return;
	const line = around.start.line + source.slice(start, found).split('\n').length - 1;
	const column = found - source.lastIndexOf('\n', found - 1);
	const before = text.value.slice(0, leading);
	// Empty lines before the first written one belong to the text too.
	const skipped = before.split('\n').length - 1;
	text.position = {
		start: skipped > 0 ? { line: line - skipped, column: 1 } : { line, column, offset: found },
		end: around.end,
	};
}

function isCode(parent: Parents): parent is Element {
	return parent.type === 'element' && parent.tagName === 'code';
}

import type { Nodes, Text } from 'hast';

/** Where a node stands in the source. */
export type Position = NonNullable<Nodes['position']>;

export type Point = Position['start'];

const SOFT_HYPHEN = '\u00ad';

/** A text node of Markdown or HTML. */
export type PlacedText = Pick<Text, 'value' | 'position'>;

/** Says where in the source the character at an index of the text stands; indexes must not go down. */
export type Locate = (index: number) => Point | undefined;

/**
 * Follows a text node through the source it was read from. Escapes, character references and the prefixes of
 * lines (`> `, indentation) make the two differ, so both are walked side by side.
 */
export function createLocate(node: PlacedText, source: string): Locate {
	const start = node.position?.start;
	if (start === undefined) return () => undefined;
	if (start.offset === undefined || source === '') return () => start;
	const { value } = node;
	if (source.startsWith(value, start.offset) && !value.includes('\n')) {
		const { line, column, offset } = start;
		return (index) => ({ line, column: column + index, offset: offset + index });
	}
	return createWalk(value, source, start, node.position?.end.offset ?? source.length);
}

function createWalk(value: string, source: string, start: Point, end: number): Locate {
	let at = 0;
	let offset = start.offset ?? 0;
	let line = start.line;
	let lineStart = offset - (start.column - 1);
	const seek = (wanted: string): void => {
		while (offset < end && source[offset] !== wanted) {
			if (source[offset] === '\n') {
				line += 1;
				lineStart = offset + 1;
			} else if (source[offset] === '&' || source[offset] === '\\') {
				return;
			}
			offset += 1;
		}
	};
	const step = (): void => {
		const wanted = value[at] ?? '';
		at += 1;
		const given = source[offset];
		if (given === wanted) {
			offset += 1;
			if (wanted === '\n') {
				line += 1;
				lineStart = offset;
			}
		} else if (wanted !== SOFT_HYPHEN) {
			offset += lengthOfWritten(source, offset);
		}
		const next = value[at];
		if (next !== undefined && next !== SOFT_HYPHEN && source[offset] !== next) seek(next);
	};
	return (index) => {
		while (at < index) step();
		return { line, column: offset - lineStart + 1, offset };
	};
}

/** How many characters of the source stand for one of the text: an escape, a reference, or itself. */
function lengthOfWritten(source: string, offset: number): number {
	if (source[offset] === '\\') return 2;
	if (source[offset] === '&') return /^&#?\w{1,32};/.exec(source.slice(offset, offset + 40))?.[0].length ?? 1;
	return 1;
}

/** Part of a text node, with its own place in the source. */
export function cutText(node: Text, from: number, to: number, locate: Locate): Text {
	const text: Text = { type: 'text', value: node.value.slice(from, to) };
	const start = locate(from);
	const end = node.position?.end;
	if (start && end) text.position = { start, end: to >= node.value.length ? end : (locate(to) ?? end) };
	return text;
}

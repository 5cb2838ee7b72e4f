import type { Text } from 'hast';

/** Part of a text that stands on one line, with its own place in the manuscript. */
export function cutText(text: Text, from: number, to?: number): Text {
	const value = text.value.slice(from, to);
	if (!text.position) return { ...text, value };
	const { start, end } = text.position;
	return { ...text, value, position: { start: { line: start.line, column: start.column + from }, end } };
}

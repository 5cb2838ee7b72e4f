import type { FootnoteDefinition, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, reportAt, type TextContext } from './context.ts';
import { createLocate } from './positions.ts';

// The parser leaves a call as text where no note of that name exists.
const CALL = /\[\^([^\]\s]+)\]/g;

/** Reports note calls that lead nowhere, and notes of one name that are defined twice. */
export function remarkUndefinedNotes() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		const source = String(file);
		const defined = new Set<string>();
		visit(tree, (node) => {
			if (node.type === 'footnoteDefinition') {
				if (defined.has(node.identifier)) reportDouble(node, context);
				defined.add(node.identifier);
			} else if (node.type === 'text' && node.value.includes('[^')) {
				reportCalls(node, source, context);
			}
		});
	};
}

function reportDouble(note: FootnoteDefinition, context: TextContext): void {
	const name = note.label ?? note.identifier;
	const message = `the note "${name}" is defined a second time; this text is left out`;
	reportAt(context, 'note-unused', message, note.position);
}

function reportCalls(text: Text, source: string, context: TextContext): void {
	const locate = createLocate(text, source);
	for (const match of text.value.matchAll(CALL)) {
		const point = locate(match.index);
		const isEscaped = point?.offset !== undefined && source[point.offset] === '\\';
		if (!isEscaped) reportAt(context, 'note-undefined', `there is no note "${match[1]}"`, point);
	}
}

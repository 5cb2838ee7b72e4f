import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, reportAt } from './context.ts';
import { createLocate } from './positions.ts';

// The parser leaves a call as text where no note of that name exists.
const CALL = /\[\^([^\]\s]+)\]/g;

/** Reports note calls that lead nowhere, and notes of one name that are defined twice. */
export function remarkUndefinedNotes() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		const defined = new Set<string>();
		visit(tree, (node) => {
			if (node.type === 'code' || node.type === 'inlineCode') return SKIP;
			if (node.type === 'footnoteDefinition') {
				const name = node.label ?? node.identifier;
				if (defined.has(node.identifier)) {
					const message = `the note "${name}" is defined a second time; this text is left out`;
					reportAt(context, 'note-unused', message, node.position);
				}
				defined.add(node.identifier);
			}
			if (node.type !== 'text' || !node.value.includes('[^')) return undefined;
			const locate = createLocate({ ...node, type: 'text' }, context.source);
			for (const match of node.value.matchAll(CALL)) {
				const point = locate(match.index);
				const isEscaped = point?.offset !== undefined && context.source[point.offset] === '\\';
				if (!isEscaped) {
					reportAt(context, 'note-undefined', `there is no note "${match[1]}"`, point);
				}
			}
			return undefined;
		});
	};
}

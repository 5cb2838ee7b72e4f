import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf, type TextContext } from './context.ts';

/**
 * Takes the notes out of the text and keeps each as a tree of its own in the context. It runs before the
 * author's HTML is parsed, so that a tag left open in the text cannot swallow them.
 */
export function rehypeSplitNotes() {
	return (tree: Root, file: VFile): void => take(tree, contextOf(file));
}

function take(parent: Parents, context: TextContext): void {
	let found = false;
	for (const child of parent.children) {
		if (child.type !== 'element') continue;
		take(child, context);
		if (isNote(child)) {
			found = true;
			keep(child, context);
		}
	}
	if (found) parent.children = parent.children.filter((child) => !isNote(child)) as typeof parent.children;
}

function isNote(node: Parents['children'][number]): node is Element {
	return node.type === 'element' && node.tagName === 'aside';
}

function keep(note: Element, context: TextContext): void {
	const id = String(note.properties.dataNote);
	if (context.notes.has(id)) return;
	const tree: Root = { type: 'root', children: note.children };
	if (note.position) tree.position = note.position;
	context.notes.set(id, { name: String(note.properties.title ?? id), position: note.position, tree });
}

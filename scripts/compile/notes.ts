import type { Element, ElementContent, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, type NoteCalls, reportAt, type TextContext } from './context.ts';

/**
 * Numbers the notes in the order of their calls and makes each call a link. A call within a link moves behind it,
 * for links cannot lie in one another; a call within a note is reported and dropped.
 */
export function rehypeNotes() {
	return (tree: Root, file: VFile): void => {
		const context = contextOf(file);
		setCalls(tree, context);
	};
}

function setCalls(parent: Parents, context: TextContext): void {
	const children: Parents['children'][number][] = [];
	let changed = false;
	for (const child of parent.children) {
		if (child.type !== 'element') {
			children.push(child);
			continue;
		}
		if (child.tagName === 'sup' && child.properties.dataNote !== undefined) {
			changed = true;
			children.push(...setCall(child, context));
			continue;
		}
		setCalls(child, context);
		children.push(child);
		if (child.tagName === 'a' && child.properties.dataNote === undefined) {
			const calls = takeCalls(child);
			changed ||= calls.length > 0;
			children.push(...calls);
		}
	}
	if (changed) parent.children = children as typeof parent.children;
}

function setCall(placeholder: Element, context: TextContext): readonly ElementContent[] {
	const name = String(placeholder.properties.dataNote);
	const note = context.notes.get(name);
	// HTML of the author's own that looks like a call.
	if (!note) return placeholder.children;
	if (context.part === 'note' || context.key === '') {
		const where = context.part === 'note' ? 'a note' : 'this text';
		const message = `the call of the note "${note.name}" was dropped: ${where} cannot call notes`;
		reportAt(context, 'note-undefined', message, placeholder.position, 'Write the remark into the text.');
		return placeholder.children;
	}
	return [callOf(countCall(name, context), placeholder, context), ...placeholder.children];
}

function countCall(name: string, context: TextContext): NoteCalls {
	let calls = context.calls.get(name);
	if (!calls) {
		const number = context.calls.size + 1;
		calls = { id: context.book.claimId(`${context.key}-n${number}`), number, times: 0 };
		context.calls.set(name, calls);
	}
	calls.times += 1;
	return calls;
}

function callOf({ id, number, times }: NoteCalls, placeholder: Element, context: TextContext): Element {
	const place = placeholder.position ? { position: placeholder.position } : {};
	const call: Element = {
		type: 'element',
		tagName: 'a',
		properties: {
			className: ['note-call'],
			role: 'doc-noteref',
			dataNote: id,
			id: context.book.claimId(times > 1 ? `${id}-call-${times}` : `${id}-call`),
			href: `#${id}`,
		},
		children: [{ type: 'text', value: String(number), ...place }],
		...place,
	};
	return call;
}

function takeCalls(parent: Element): readonly Element[] {
	const calls: Element[] = [];
	const kept: ElementContent[] = [];
	for (const child of parent.children) {
		if (child.type === 'element' && isCall(child)) {
			calls.push(child);
		} else {
			if (child.type === 'element') calls.push(...takeCalls(child));
			kept.push(child);
		}
	}
	if (kept.length < parent.children.length) parent.children = kept;
	return calls;
}

/** Names of the notes that a text calls, before the calls are numbered. */
export function calledNotes(tree: Root): ReadonlySet<string> {
	const names = new Set<string>();
	visit(tree, 'element', ({ tagName, properties }) => {
		if (tagName === 'sup' && properties.dataNote !== undefined) names.add(String(properties.dataNote));
	});
	return names;
}

/** True for the finished call of a note. */
export function isCall({ tagName, properties }: Element): boolean {
	return tagName === 'a' && properties.dataNote !== undefined;
}

import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Prints the box of a task as `[x]` or `[ ]`: every font has it, and a screen reader says it. */
export function rehypeTaskLists() {
	return (tree: Root): void => {
		visit(tree, 'element', (element, index, parent) => {
			if (element.tagName !== 'input' || !parent || index === undefined) return undefined;
			if (element.properties.type === 'checkbox') {
				printBox(element);
				return undefined;
			}
			// The field of a form, without its type after cleaning.
			parent.children.splice(index, 1);
			return index;
		});
	};
}

function printBox(input: Element): void {
	const isDone = input.properties.checked === true || input.properties.checked === '';
	input.tagName = 'span';
	input.properties = { className: ['task-box'] };
	input.children = [{ type: 'text', value: isDone ? '[x]' : '[\u00a0]' }];
}

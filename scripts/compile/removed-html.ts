import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf, reportAt, type TextContext } from './context.ts';
import { schema } from './sanitize-schema.ts';

/** Tells the author which of the HTML the sanitizer is about to take away. */
export function rehypeReportRemovedHtml() {
	return (tree: Root, file: VFile): void => look(tree, [], contextOf(file));
}

function look(parent: Parents, stack: readonly string[], context: TextContext): void {
	for (const child of parent.children) {
		if (child.type !== 'element') continue;
		const { tagName } = child;
		const at = child.position ?? parent.position;
		if (!isAllowed(tagName, stack)) {
			reportAt(context, 'html-removed', `the element <${tagName}> was removed`, at);
			if (schema.strip?.includes(tagName)) continue;
		} else {
			for (const name of removedProperties(child)) {
				reportAt(context, 'html-removed', `the attribute ${name} of <${tagName}> was removed`, at);
			}
		}
		look(child, [...stack, tagName], context);
	}
}

function isAllowed(tagName: string, stack: readonly string[]): boolean {
	if (!schema.tagNames?.includes(tagName)) return false;
	const ancestors = schema.ancestors?.[tagName];
	return !ancestors || ancestors.some((name) => stack.includes(name));
}

function removedProperties(element: Element): readonly string[] {
	const rules = [...(schema.attributes?.[element.tagName] ?? []), ...(schema.attributes?.['*'] ?? [])];
	return Object.entries(element.properties).flatMap(([name, value]) => {
		const rule = rules.find((one) => (typeof one === 'string' ? one : one[0]) === name);
		if (rule === undefined) return [attributeName(name)];
		if (typeof rule === 'string' || rule.length === 1) return [];
		const allowed = rule.slice(1);
		const values = Array.isArray(value) ? value : [value];
		const fits = values.every((one) =>
			allowed.some((test) => (test instanceof RegExp ? test.test(String(one)) : test === one)),
		);
		return fits ? [] : [attributeName(name)];
	});
}

// The tree names attributes as scripts do: onClick, dataSource.
function attributeName(property: string): string {
	return property.startsWith('data') || property.startsWith('aria')
		? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
		: property.toLowerCase();
}

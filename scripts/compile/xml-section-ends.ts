import type { Element, Parents, Root, Text } from 'hast';

const SECTION_END = ']]>';

type Child = Parents['children'][number];

/**
 * Puts the `>` of every `]]>` into an element of its own: XML forbids the three together in text (XML 1.0, 2.4), and
 * writers of XML trees leave a `>` as it is.
 */
export function rehypeXmlSectionEnds() {
	return (tree: Root): void => partSectionEnds(tree, 'span');
}

/** The same for the content of one element. */
export function partSectionEnds(parent: Parents, wrapper: 'span' | 'tspan'): void {
	const children: Child[] = [];
	let tail = '';
	for (const child of parent.children) {
		if (child.type !== 'text') {
			if (child.type === 'element') partSectionEnds(child, child.tagName === 'svg' ? 'tspan' : wrapper);
			tail = '';
			children.push(child);
			continue;
		}
		const parts = partText(child, tail, wrapper);
		tail = `${tail}${child.value}`.slice(-2);
		children.push(...parts);
	}
	if (children.length > parent.children.length) parent.children = children as typeof parent.children;
}

// `tail` is how the text before ends: neighbouring text nodes are one in writing.
function partText(text: Text, tail: string, wrapper: string): readonly (Element | Text)[] {
	const whole = tail + text.value;
	if (!whole.includes(SECTION_END)) return [text];
	const parts: (Element | Text)[] = [];
	let from = tail.length;
	for (let at = whole.indexOf(SECTION_END); at >= 0; at = whole.indexOf(SECTION_END, at + 1)) {
		const sign = at + SECTION_END.length - 1;
		if (sign > from) parts.push({ ...text, value: whole.slice(from, sign) });
		const children: Text[] = [{ ...text, value: '>' }];
		parts.push({ type: 'element', tagName: wrapper, properties: {}, children });
		from = sign + 1;
	}
	if (from < whole.length) parts.push({ ...text, value: whole.slice(from) });
	return parts;
}

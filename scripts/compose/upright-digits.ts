import type { ElementContent, Text } from 'hast';
import type { Inline } from '../model/index.ts';
import { cutText } from './cut-text.ts';

/** One or two digits that no letter of a word, digit or sign of a number touches. */
const few =
	/(?<![\p{Script=Latin}\p{Script=Greek}\p{Nd}.,-])[0-9]{1,2}(?![\p{Script=Latin}\p{Script=Greek}\p{Nd}.,%])/gu;

/**
 * Marks numbers of one or two digits as `<span class="upright-digits">`: in vertical lines they stand upright in the
 * room of one character (tate-chu-yoko; CSS Writing Modes 4, 9.1). Longer ones and those in foreign runs lie on
 * their side with their words.
 */
export function uprightDigits(line: Inline): Inline {
	return { ...line, children: line.children.flatMap(markNode) };
}

function markNode(node: ElementContent): ElementContent[] {
	if (node.type === 'text') return markText(node);
	if (node.type !== 'element' || node.properties.lang !== undefined) return [node];
	return [{ ...node, children: node.children.flatMap(markNode) }];
}

function markText(node: Text): ElementContent[] {
	const parts: ElementContent[] = [];
	let end = 0;
	const add = (from: number, to: number) => {
		if (from < to) parts.push(cutText(node, from, to));
	};
	for (const { index, 0: digits } of node.value.matchAll(few)) {
		add(end, index);
		end = index + digits.length;
		const properties = { className: ['upright-digits'] };
		const children = [cutText(node, index, end)];
		parts.push({ type: 'element', tagName: 'span', properties, children });
	}
	add(end, node.value.length);
	return parts;
}

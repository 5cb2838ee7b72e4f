import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { Lang } from '../model/index.ts';
import { cutText } from './cut-text.ts';

const heading = /^h[1-6]$/;
const han = /\p{Script=Han}/u;

/**
 * Makes the function that keeps Chinese words whole in headings: a line may break between any two Han characters,
 * but a title that breaks inside a word reads badly. Words of two characters and more become `<span class="word">`,
 * which style sheets do not break, in headings and in elements of the class `keep-words`. What holds none of them is
 * shared with the tree that went in.
 */
export function createKeepWords(lang: Lang): (tree: Root) => Root {
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
	return (tree) => ({ ...tree, children: keepIn(tree.children, segmenter) });
}

function keepIn<T extends RootContent>(nodes: T[], segmenter: Intl.Segmenter): T[] {
	let changed = false;
	const kept = nodes.map((node): T => {
		if (node.type !== 'element') return node;
		const isWhole = heading.test(node.tagName) || hasClass(node, 'keep-words');
		const children = isWhole ? wrapWords(node.children, segmenter) : keepIn(node.children, segmenter);
		if (children === node.children) return node;
		changed = true;
		return { ...node, children };
	});
	return changed ? kept : nodes;
}

function hasClass(element: Element, name: string): boolean {
	const { className } = element.properties;
	return Array.isArray(className) && className.includes(name);
}

function wrapWords(nodes: ElementContent[], segmenter: Intl.Segmenter): ElementContent[] {
	let changed = false;
	const wrapped = nodes.flatMap((node): ElementContent[] => {
		if (node.type === 'text' && han.test(node.value)) {
			changed = true;
			return split(node, segmenter);
		}
		if (node.type !== 'element') return [node];
		const children = wrapWords(node.children, segmenter);
		if (children === node.children) return [node];
		changed = true;
		return [{ ...node, children }];
	});
	return changed ? wrapped : nodes;
}

function split(text: Text, segmenter: Intl.Segmenter): ElementContent[] {
	const parts: ElementContent[] = [];
	for (const { segment, index, isWordLike } of segmenter.segment(text.value)) {
		const piece = cutText(text, index, index + segment.length);
		if (isWordLike && han.test(segment) && segment.length > 1 && segment.length < 6) {
			parts.push({
				type: 'element',
				tagName: 'span',
				properties: { className: ['word'] },
				children: [piece],
			});
			continue;
		}
		const last = parts.at(-1);
		if (last?.type === 'text') last.value += segment;
		else parts.push(piece);
	}
	return parts;
}

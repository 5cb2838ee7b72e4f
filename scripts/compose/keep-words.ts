import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Lang } from '../model/index.ts';
import { cutText } from './cut-text.ts';

const heading = /^h[1-6]$/;
const han = /\p{Script=Han}/u;

/**
 * Keeps Chinese words whole in headings: a line may break between any two Han characters, but a title that
 * breaks inside a word reads badly. Words of two characters and more become `<span class="word">`, which style
 * sheets do not break, in headings and in elements of the class `keep-words`. The tree is changed.
 */
export function keepWords(tree: Root, lang: Lang): Root {
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
	visit(tree, 'element', (element) => {
		if (!heading.test(element.tagName) && !hasClass(element, 'keep-words')) return;
		wrapWords(element, segmenter);
		return 'skip';
	});
	return tree;
}

function hasClass(element: Element, name: string): boolean {
	const { className } = element.properties;
	return Array.isArray(className) && className.includes(name);
}

function wrapWords(element: Element, segmenter: Intl.Segmenter): void {
	element.children = element.children.flatMap((child): ElementContent[] => {
		if (child.type === 'element') wrapWords(child, segmenter);
		return child.type === 'text' && han.test(child.value) ? split(child, segmenter) : [child];
	});
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

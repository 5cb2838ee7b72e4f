import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Lang } from '../model/index.ts';
import { isBlock } from './language.ts';

/** The blocks of a note; what the author's HTML left outside of any gets a paragraph. */
export function blocksOf(tree: Root, lang: Lang): readonly Element[] {
	const blocks: Element[] = [];
	let loose: ElementContent[] = [];
	const close = (): void => {
		if (loose.some(isShown)) {
			blocks.push({ type: 'element', tagName: 'p', properties: { lang }, children: loose });
		}
		loose = [];
	};
	for (const child of tree.children) {
		if (child.type === 'element' && (isBlock(child) || child.tagName === 'hr')) {
			close();
			blocks.push(child);
		} else if (child.type === 'element' || child.type === 'text') {
			loose.push(child);
		}
	}
	close();
	return blocks;
}

/** True for what a reader sees or a link can lead to. */
export function isShown(node: RootContent): boolean {
	if (node.type === 'text') return node.value.trim() !== '';
	if (node.type !== 'element') return false;
	const isObject = node.tagName === 'img' || node.tagName === 'svg' || node.properties.id !== undefined;
	return isObject || node.children.some(isShown);
}

import type { Element, ElementContent, RootContent } from 'hast';
import type { Block, Piece, Place } from '../model/index.ts';
import { type BlockText, readBlock } from './block-text.ts';

const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'figcaption', 'dt', 'summary']);

const boxes = new Set([
	...['ul', 'ol', 'li', 'dl', 'dd', 'blockquote', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
	...['figure', 'div', 'section', 'details'],
]);

/** Every text of a piece by itself, title and notes included, whether it has a translation or not. */
export function readTexts(piece: Piece): readonly BlockText[] {
	const { file, lang, title, notes, body } = piece;
	const around: Place = { file, line: 1, column: 1 };
	const blocks = [
		textBlock(title.children, undefined, around),
		...blocksOf(body.children, undefined, around),
		...notes.flatMap(({ children }) => blocksOf(children, undefined, around)),
	];
	return blocks.map((block) => readBlock(block, lang)).filter(({ text }) => text.trim() !== '');
}

/** The lines among some nodes; words between boxes are lines as well. */
function blocksOf(
	nodes: readonly RootContent[],
	inside: Element | undefined,
	around: Place,
): readonly Block[] {
	const blocks: Block[] = [];
	let loose: ElementContent[] = [];
	const close = (): void => {
		if (loose.length > 0) blocks.push(textBlock(loose, inside, around));
		loose = [];
	};
	for (const node of nodes) {
		if (node.type !== 'element' && node.type !== 'text') continue;
		const isLine = node.type === 'element' && lines.has(node.tagName);
		const isBox = node.type === 'element' && boxes.has(node.tagName);
		if (isLine || isBox) close();
		if (isLine) blocks.push(textBlock(node.children, node, around));
		else if (isBox) blocks.push(...blocksOf(node.children, node, around));
		else loose.push(node);
	}
	close();
	return blocks;
}

function textBlock(content: readonly ElementContent[], node: Element | undefined, around: Place): Block {
	const start = content.find(({ position }) => position !== undefined)?.position?.start;
	const place = start ? { file: around.file, line: start.line, column: start.column } : around;
	return { kind: 'paragraph', ...(node && { node }), text: '', content, place, blocks: [] };
}

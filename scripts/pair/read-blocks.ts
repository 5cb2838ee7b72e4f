import type { Element, ElementContent, RootContent } from 'hast';
import type { Block, BlockKind, Note, Piece, Place } from '../model/index.ts';
import { plainText } from './plain-text.ts';

/** The blocks of a piece, as they are paired. */
export interface PieceBlocks {
	readonly title: Block;
	readonly body: readonly Block[];
	/** One block a note, in the order of the first calls. */
	readonly notes: readonly Block[];
}

/** Reads the blocks of a compiled piece; its trees stay as they are, and each block points at its element. */
export function readBlocks(piece: Piece): PieceBlocks {
	const start: Place = { file: piece.file, line: 1, column: 1 };
	const { text, children: content } = piece.title;
	return {
		title: { kind: 'title', text, content, place: placeOf(content, start), blocks: [] },
		body: readAll(piece.body.children, start),
		notes: piece.notes.map((note) => readNote(note, start)),
	};
}

function readNote({ name, children }: Note, around: Place): Block {
	const [first] = children;
	const place = placeOf(children, around);
	const own = first ? { node: first } : {};
	return { kind: 'note', ...own, name, text: '', content: [], place, blocks: readAll(children, place) };
}

const kinds: Readonly<Record<string, BlockKind>> = {
	p: 'paragraph',
	h1: 'heading',
	h2: 'heading',
	h3: 'heading',
	h4: 'heading',
	h5: 'heading',
	h6: 'heading',
	ul: 'list',
	ol: 'list',
	dl: 'list',
	li: 'item',
	dt: 'item',
	dd: 'item',
	blockquote: 'quotation',
	pre: 'code',
	table: 'table',
	caption: 'caption',
	figcaption: 'caption',
	tr: 'row',
	th: 'cell',
	td: 'cell',
	figure: 'figure',
	math: 'formula',
	hr: 'rule',
	div: 'other',
	section: 'other',
};

/** What has no say of its own: what is inside stands for it. */
const transparent: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'col']);

/** What holds lines: nothing inside is a block. */
const lines: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'caption', 'code', 'formula', 'rule']);

/** The blocks among some nodes; words that stand in none are a paragraph without an element. */
function readAll(nodes: readonly RootContent[], around: Place): readonly Block[] {
	const blocks: Block[] = [];
	let loose: ElementContent[] = [];
	const close = (): void => {
		if (loose.some(isShown)) blocks.push(looseParagraph(loose, around));
		loose = [];
	};
	for (const node of nodes) {
		if (node.type !== 'element' && node.type !== 'text') continue;
		const kind = node.type === 'element' ? kinds[node.tagName] : undefined;
		if (node.type === 'element' && kind) {
			close();
			blocks.push(readBlock(node, kind, around));
		} else if (node.type === 'element' && transparent.has(node.tagName)) {
			close();
			blocks.push(...readAll(node.children, around));
		} else loose.push(node);
	}
	close();
	return blocks;
}

function looseParagraph(content: readonly ElementContent[], around: Place): Block {
	const shown = content.filter(isShown);
	return {
		kind: 'paragraph',
		text: plainText(content),
		content,
		place: placeOf(shown, around),
		blocks: [],
	};
}

function readBlock(node: Element, kind: BlockKind, around: Place): Block {
	const place = placeOf([node], around);
	const { anchor } = node.data ?? {};
	const shared: Shared = {
		kind,
		node,
		place,
		...(kind === 'heading' ? { level: Number(node.tagName.slice(1)) } : {}),
		...(anchor === undefined ? {} : { anchor }),
	};
	if (lines.has(kind)) return leaf(shared, node.children);
	if (kind === 'cell') return readCell(shared, node.children);
	if (kind === 'figure') {
		const isCaption = (child: RootContent) => child.type === 'element' && child.tagName === 'figcaption';
		const content = node.children.filter((child) => !isCaption(child));
		const blocks = readAll(node.children.filter(isCaption), place);
		return { ...leaf(shared, content), blocks };
	}
	return { ...shared, text: '', content: [], blocks: readAll(node.children, place) };
}

type Shared = Omit<Block, 'text' | 'content' | 'blocks'>;

function leaf(shared: Shared, content: readonly ElementContent[]): Block {
	return { ...shared, text: plainText(content), content, blocks: [] };
}

/** A cell of one paragraph says it itself, whether the author wrote the paragraph or not. */
function readCell(shared: Shared, children: readonly ElementContent[]): Block {
	const blocks = readAll(children, shared.place);
	const [first, second] = blocks;
	if (second !== undefined || (first && first.kind !== 'paragraph')) {
		return { ...shared, text: '', content: [], blocks };
	}
	return leaf(shared, first?.content ?? []);
}

function isShown(node: ElementContent): boolean {
	if (node.type === 'text') return node.value.trim() !== '';
	if (node.type !== 'element') return false;
	return ['img', 'svg'].includes(node.tagName) || node.children.some(isShown);
}

/** Where the first of some nodes stands that the source has; what HTML left without a place is placed around. */
function placeOf(nodes: readonly RootContent[], around: Place): Place {
	for (const node of nodes) {
		const start = node.position?.start;
		if (start) return { file: around.file, line: start.line, column: start.column };
		if (node.type !== 'element') continue;
		const inside = placeOf(node.children, around);
		if (inside !== around) return inside;
	}
	return around;
}

import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Diagnostic, Reporter } from '../../scripts/diagnostics/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { readPairs, type TextPair } from '../../scripts/fidelity/text-pairs.ts';
import type { Block, BlockKind, BlockPair, Piece, PiecePairing } from '../../scripts/model/index.ts';
import { compile, type Parts } from '../compile/sample.ts';

const kinds: Readonly<Record<string, BlockKind>> = {
	p: 'paragraph',
	ul: 'list',
	ol: 'list',
	li: 'item',
	table: 'table',
	tr: 'row',
	th: 'cell',
	td: 'cell',
	caption: 'caption',
	figcaption: 'caption',
	figure: 'figure',
	blockquote: 'quotation',
	pre: 'code',
	hr: 'rule',
};

/** Two pieces, the n-th block with the n-th; what is over on a side has no partner. */
export function pairUp(source: Piece, target: Piece): PiecePairing {
	const title = { source: titleOf(source), target: titleOf(target), inner: [] };
	const notes = (piece: Piece) =>
		piece.notes.flatMap(({ children }) => children.map((child) => blockOf(child, piece)));
	return {
		path: source.path,
		source: source.lang,
		target: target.lang,
		title,
		body: zip(blocksOf(source.body, source), blocksOf(target.body, target)),
		notes: zip(notes(source), notes(target)),
	};
}

function titleOf({ title, file }: Piece): Block {
	return { kind: 'title', text: title.text, place: { file, line: 2, column: 8 }, blocks: [] };
}

function zip(sources: readonly Block[], targets: readonly Block[]): readonly BlockPair[] {
	const pairs: BlockPair[] = [];
	for (let index = 0; index < Math.max(sources.length, targets.length); index += 1) {
		const [source, target] = [sources[index], targets[index]];
		if (source && target) pairs.push({ source, target, inner: zip(source.blocks, target.blocks) });
		else if (source) pairs.push({ source });
		else if (target) pairs.push({ target });
	}
	return pairs;
}

function blocksOf(parent: Root | Element, piece: Piece): readonly Block[] {
	return parent.children.flatMap((child) => {
		if (child.type !== 'element') return [];
		if (kinds[child.tagName] || /^h\d$/.test(child.tagName)) return [blockOf(child, piece)];
		return ['thead', 'tbody', 'div'].includes(child.tagName) ? blocksOf(child, piece) : [];
	});
}

function blockOf(node: Element, piece: Piece): Block {
	const kind = kinds[node.tagName] ?? (/^h\d$/.test(node.tagName) ? 'heading' : 'other');
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const text = toText(node).replace(/\u00ad/g, '');
	return { kind, node, text, place: { file: piece.file, line, column }, blocks: blocksOf(node, piece) };
}

/** A text and its translation, `a.zh.md` and `a.en.md` unless named otherwise, paired block by block. */
export function pairTexts(source: string, target: string, parts: Partial<Parts> = {}): PiecePairing {
	const { languages = ['zh', 'en'] } = parts;
	const [from = '', to = ''] = languages;
	const files = { [`a.${from}.md`]: source, [`a.${to}.md`]: target, ...parts.files };
	const { piece } = compile({ ...parts, files });
	return pairUp(piece(`a.${from}.md`), piece(`a.${to}.md`));
}

/** What a rule says of each pair of texts: `line:column rule message`. */
export function said(work: (report: Reporter) => void): readonly string[] {
	const report = createReport();
	work(report.add);
	return report.list().map(saying);
}

export function saying({ line, column, rule, message }: Diagnostic): string {
	return `${line}:${column} ${rule} ${message}`;
}

export function pairsOf(source: string, target: string, parts: Partial<Parts> = {}): readonly TextPair[] {
	return readPairs(pairTexts(source, target, parts));
}

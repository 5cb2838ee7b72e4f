import { createReport, type Diagnostic } from '../../scripts/diagnostics/index.ts';
import type { Block, BlockPair, PiecePairing } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { compile } from '../compile/sample.ts';

export interface Paired {
	readonly pairing: PiecePairing;
	readonly found: readonly Diagnostic[];
	/** `file:line rule` of each finding; what the compiler found, too. */
	readonly rules: readonly string[];
	/** The pairs of the body as `source = target`, `source -` and `- target`; what is inside in brackets. */
	readonly body: readonly string[];
	readonly notes: readonly string[];
}

/** Pairs a Chinese text with its English translation. */
export function pairTexts(zh: string, en: string): Paired {
	const compiled = compile({ files: { 'a.zh.md': zh, 'a.en.md': en } });
	const report = createReport();
	const pairing = pairBook(compiled.book, ['zh', 'en'], { report: report.add }).get('a');
	if (!pairing) throw new Error('no pairing');
	const found = [...compiled.found, ...report.list()];
	return {
		pairing,
		found,
		rules: found.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
		body: pairing.body.map(show),
		notes: pairing.notes.map(show),
	};
}

/** A pair as text. */
export function show(pair: BlockPair): string {
	if (!pair.target) return `${name(pair.source)} -`;
	if (!pair.source) return `- ${name(pair.target)}`;
	const inner = pair.inner.map(show);
	return `${name(pair.source)} = ${name(pair.target)}${inner.length > 0 ? ` [${inner.join('; ')}]` : ''}`;
}

function name(block: Block): string {
	return block.text === '' ? `<${block.kind}>` : block.text;
}

/** All blocks of one side, those inside of others after them. */
export function blocksOf(pairs: readonly BlockPair[], side: 'source' | 'target'): readonly Block[] {
	return pairs.flatMap((pair) => {
		const block = pair[side];
		if (!block) return [];
		if (!pair.source || !pair.target || pair.inner.length === 0) return withInner(block);
		return [block, ...blocksOf(pair.inner, side)];
	});
}

function withInner(block: Block): readonly Block[] {
	return [block, ...block.blocks.flatMap(withInner)];
}

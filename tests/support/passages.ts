import type { Block, BlockKind, BlockPair, PiecePairing, WholePair } from '../../scripts/model/index.ts';
import type { TranslatedPiece } from '../../scripts/translations/index.ts';
import { listPassages } from '../../scripts/translations/index.ts';

/** A block that holds text, on a line of its own. */
export function line(text: string, at = 1, kind: BlockKind = 'paragraph', file = 'a.zh.md'): Block {
	return { kind, text, content: [], place: { file, line: at, column: 1 }, blocks: [] };
}

/** A block that holds others. */
export function holder(kind: BlockKind, blocks: readonly Block[], text = ''): Block {
	const place = blocks[0]?.place ?? { file: 'a.zh.md', line: 1, column: 1 };
	return { kind, text, content: [], place, blocks };
}

export function pair(source: Block, target: Block, inner: readonly BlockPair[] = []): WholePair {
	return { source, target, inner };
}

/** A piece of paragraphs, each `source = translation`; the first is the title. A side may be empty. */
export function pieceOf(text: string, path = 'a', target = 'en'): TranslatedPiece {
	const [title, ...body] = text
		.split('\n')
		.map((row) => row.trim())
		.filter((row) => row !== '')
		.map((row, index): BlockPair => {
			const [ours = '', theirs = ''] = row.split('=').map((side) => side.trim());
			const source = line(ours, index * 2 + 2, 'paragraph', `${path}.zh.md`);
			const translation = line(theirs, index * 2 + 2, 'paragraph', `${path}.${target}.md`);
			return theirs === '' ? { source } : pair(source, translation);
		});
	if (!title?.source || !title.target) throw new Error('A piece begins with its title in both languages.');
	const pairing: PiecePairing = { path, source: 'zh', target, title, body, notes: [] };
	return {
		path,
		source: 'zh',
		target,
		title: title.source.text,
		sourceFile: `${path}.zh.md`,
		targetFile: `${path}.${target}.md`,
		passages: listPassages(pairing),
	};
}

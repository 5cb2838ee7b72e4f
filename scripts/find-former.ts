import { compileBook } from './compile/index.ts';
import { GitError, type Search, searchVersions } from './history/index.ts';
import { readFormerPiece } from './load/index.ts';
import type { Manuscript, Memo, Pause, PieceSource } from './model/index.ts';
import { readBlocks } from './pair/index.ts';
import { type FindFormer, type FormerText, findWords } from './translations/index.ts';

export interface FormerOptions {
	/** The manuscript folder. */
	readonly folder: string;
	readonly memo: Memo;
	readonly pause: Pause;
}

/**
 * Makes the function that finds what sources once said. A version of a file is compiled as the manuscript is now, so
 * that the same text gives the same words.
 */
export function createFindFormer(manuscript: Manuscript, { folder, memo, pause }: FormerOptions): FindFormer {
	return async (texts) => {
		const words = new Map<string, string>();
		const searches = [...groupByFile(texts, manuscript)].map(([source, wanted]): Search => {
			const marks = new Set(wanted.map(({ mark }) => mark));
			return {
				files: [...new Set(wanted.flatMap((text) => text.files))],
				look(name, bytes) {
					const key = JSON.stringify([source.path, source.lang, name]);
					const found = memo.recall('former text', key, () => wordsOf(source, bytes, manuscript, memo));
					for (const mark of marks) {
						const known = found.get(mark);
						if (known === undefined) continue;
						words.set(mark, known);
						marks.delete(mark);
					}
					return marks.size === 0;
				},
			};
		});
		try {
			await searchVersions(folder, searches, { memo, pause });
			return { words };
		} catch (error) {
			if (!(error instanceof GitError)) throw error;
			return { words, why: 'git has no history of it that shows what has changed' };
		}
	};
}

function groupByFile(
	texts: readonly FormerText[],
	{ sources }: Manuscript,
): ReadonlyMap<PieceSource, readonly FormerText[]> {
	const all = [...sources.values()].flatMap((byLang) => Object.values(byLang));
	const byFile = new Map(all.map((source) => [source.file, source]));
	const groups = new Map<PieceSource, FormerText[]>();
	for (const text of texts) {
		const source = byFile.get(text.files[0] ?? '');
		if (source) groups.set(source, [...(groups.get(source) ?? []), text]);
	}
	return groups;
}

function wordsOf(
	{ path, lang, file }: PieceSource,
	bytes: Uint8Array,
	manuscript: Manuscript,
	memo: Memo,
): ReadonlyMap<string, string> {
	const source = readFormerPiece({ path, lang, file }, bytes);
	if (!source) return new Map();
	const alone: Manuscript = {
		...manuscript,
		config: { ...manuscript.config, contents: [{ kind: 'piece', path }] },
		contributors: new Map(),
		sources: new Map([[path, { [lang]: source }]]),
	};
	const piece = compileBook(alone, [lang], () => {}, { memo }).pieces.get(path)?.[lang];
	if (!piece) return new Map();
	const { title, body, notes } = readBlocks(piece);
	return findWords([title, ...body, ...notes]);
}

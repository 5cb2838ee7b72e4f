import { readFile, writeFile } from 'node:fs/promises';
import { changeWord, lengthen, lengthOf, openingOf, titleOf } from './edit.ts';
import { BenchFault } from './job.ts';
import { type Copies, pieceFile } from './multiply.ts';

/** A piece on disk that is edited and put back. */
export interface EditedPiece {
	readonly title: string;
	/** The beginning of the paragraph in which the word changes. */
	readonly opening: string;
	/** The text with another word, and that word; pieces and edits are counted from 0. */
	readonly withWord: (index: number) => { readonly text: string; readonly mark: string };
	/** The same, and a page longer. */
	readonly withPage: (index: number) => string;
	readonly file: string;
	readonly restore: () => Promise<void>;
}

/** Characters that are sure to fill more than a page of Chinese or English. */
const pageful = { han: 1100, latin: 3600 } as const;

/** Characters of a piece of three pages. */
const threePages = { han: 1900, latin: 6200 } as const;

/** The first piece: what grows here moves all the pages of the book. */
export async function firstPiece({ dir, pieces }: Copies, lang: string): Promise<EditedPiece> {
	const [first] = await editable(dir, pieces, lang);
	if (!first) throw new BenchFault('no piece has a plain paragraph that could be edited');
	return first.piece;
}

/** The piece whose text is nearest to three pages. */
export async function shortPiece({ dir, pieces }: Copies, lang: string): Promise<EditedPiece> {
	const all = await editable(dir, pieces, lang);
	const distance = ({ source }: { readonly source: string }) =>
		Math.abs(Math.log(lengthOf(source) / sizeFor(source, threePages)));
	const [nearest] = [...all].sort((a, b) => distance(a) - distance(b));
	if (!nearest) throw new BenchFault('no piece has a plain paragraph that could be edited');
	return nearest.piece;
}

async function editable(dir: string, pieces: readonly string[], lang: string) {
	const found: { readonly source: string; readonly piece: EditedPiece }[] = [];
	for (const path of pieces) {
		const file = await pieceFile(dir, path, lang).catch(() => undefined);
		if (file === undefined) continue;
		const source = await readFile(file, 'utf8');
		const opening = openingOf(source);
		if (opening === undefined || !changeWord(source, 0)) continue;
		found.push({ source, piece: edited(file, source, opening) });
	}
	return found;
}

function edited(file: string, source: string, opening: string): EditedPiece {
	const withWord = (index: number) => {
		const edit = changeWord(source, index);
		if (!edit) throw new BenchFault(`there are no ${index + 1} different words`);
		return edit;
	};
	return {
		file,
		title: titleOf(source) ?? '',
		opening,
		withWord,
		withPage: (index) => {
			const { text } = withWord(index);
			return lengthen(text, sizeFor(source, pageful)) ?? text;
		},
		restore: () => writeFile(file, source),
	};
}

function sizeFor(source: string, sizes: { readonly han: number; readonly latin: number }): number {
	const han = source.match(/\p{Script=Han}/gu)?.length ?? 0;
	return 3 * han > lengthOf(source) ? sizes.han : sizes.latin;
}

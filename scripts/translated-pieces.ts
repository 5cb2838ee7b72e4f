import type { Book, Lang, Memo, Pairing } from './model/index.ts';
import { readBlocks } from './pair/index.ts';
import { listPassages, listUntranslated, type TranslatedPiece } from './translations/index.ts';

/** The pairs of a book's source language with each language that it is translated into. */
export type Pairings = ReadonlyMap<Lang, Pairing>;

/** What of a book is translated: each piece of the source in each language, in the order of the book. */
export function listTranslated(book: Book, pairings: Pairings, memo: Memo): readonly TranslatedPiece[] {
	const [source = ''] = book.config.languages;
	return [...book.pieces].flatMap(([path, versions]) => {
		const piece = versions[source];
		if (!piece) return [];
		return [...pairings].map(([target, pairing]): TranslatedPiece => {
			const paired = pairing.get(path);
			const passages = memo.recall('passages', memo.nameOf(paired ?? piece), () => {
				if (paired) return listPassages(paired);
				const { title, body, notes } = readBlocks(piece);
				return listUntranslated([title, ...body, ...notes]);
			});
			const targetFile = versions[target]?.file;
			return {
				path,
				source,
				target,
				title: piece.title.text,
				sourceFile: piece.file,
				...(targetFile === undefined ? {} : { targetFile }),
				passages,
			};
		});
	});
}
